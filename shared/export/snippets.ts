import type { RequestDetail } from '../request.ts'
import { curlCommand } from './curl.ts'
import { fetchSnippet } from './fetch.ts'
import { httpieCommand } from './httpie.ts'
import { phpSnippet } from './php.ts'
import { powershellSnippet } from './powershell.ts'
import { pythonSnippet } from './python.ts'

export const snippetLanguages = ['curl', 'fetch', 'httpie', 'python', 'php', 'powershell'] as const
export type SnippetLanguage = (typeof snippetLanguages)[number]

/**
 * Each sends a request again, with its body byte for byte whatever that contains.
 * A body that did not come with the request is missing.
 */
export const snippetOf: Record<SnippetLanguage, (request: RequestDetail, url: string) => string> = {
  curl: curlCommand,
  fetch: fetchSnippet,
  httpie: httpieCommand,
  python: pythonSnippet,
  php: phpSnippet,
  powershell: powershellSnippet,
}
