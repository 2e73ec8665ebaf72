import type { RequestSummary } from '../../shared/request.ts'
import type { Language } from '../model/preferences.ts'
import { visibleText } from '../json/visible.ts'

/** What a request is called: the label of its event, else its method and the path after the bin. */
export function titleOf(request: RequestSummary, language: Language): string {
  const { event } = request
  if (event) return event.label[language] || event.type
  return `${request.method} ${suffixOf(request)}`
}

/** What follows the bin's id in the path; `/` where nothing does. */
export function suffixOf({ path }: RequestSummary): string {
  return visibleText(/^\/bin\/[^/]+(\/.*)?$/.exec(path)?.[1] ?? '/')
}

/** Whose event it is: an address, else a number of a contact. */
export function contactOf({ event }: RequestSummary): string | null {
  if (!event) return null
  const { email, id } = event.contact
  if (email !== undefined && email !== '') return visibleText(email)
  return id === undefined ? null : `#${visibleText(String(id))}`
}
