import { editDistance } from '../edit-distance.ts'
import { accountEvents, automationTypes } from './trigger.ts'

const types = [...new Set(Object.values(automationTypes))]
const events = Object.values(accountEvents)

/** Names that other people's code has for an event, beside slips of the pen. */
const synonyms: readonly (readonly [name: string, type: string, event: string])[] = [
  ['new.sale', 'customer.sale.completed', 'SALE_NEW'],
  ['sale.new', 'customer.sale.completed', 'SALE_NEW'],
  ['sale.completed', 'customer.sale.completed', 'SALE_NEW'],
  ['customer.sale.completed', 'customer.sale.completed', 'SALE_NEW'],
  ['opt.in', 'contact.optin.completed', 'CONTACT_OPT_IN'],
  ['optin', 'contact.optin.completed', 'CONTACT_OPT_IN'],
  ['contact.opt.in', 'contact.optin.completed', 'CONTACT_OPT_IN'],
  ['contact.optin.completed', 'contact.optin.completed', 'CONTACT_OPT_IN'],
]

const maxDistance = 2
const longestName = 60

/** The documented `type` that was most likely meant; `undefined` where none is near. */
export function suggestType(name: string): string | undefined {
  const plain = normalize(name)
  return synonyms.find(([synonym]) => synonym === plain)?.[1] ?? nearest(plain, types)
}

/** The documented `X-Webhook-Event` that was most likely meant; `undefined` where none is near. */
export function suggestEvent(name: string): string | undefined {
  const plain = normalize(name)
  return synonyms.find(([synonym]) => synonym === plain)?.[2] ?? nearest(plain, events)
}

/** Case, spaces and the choice of separator are the commonest slips. */
function normalize(name: string): string {
  return name
    .slice(0, longestName)
    .trim()
    .toLowerCase()
    .replace(/[\s_.:/-]+/g, '.')
}

function nearest(plain: string, names: readonly string[]): string | undefined {
  let best: string | undefined
  let least = maxDistance + 1
  for (const name of names) {
    const known = normalize(name)
    const distance = known.endsWith(`.${plain}`) ? maxDistance : editDistance(plain, known)
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}
