import { editDistance } from '../edit-distance.ts'
import { labels } from './labels.ts'
import { accountEvents, automationTypes, type Trigger } from './trigger.ts'

/** A name that is known, and how else people write it. */
type Known = {
  name: string
  plain: string
  /** Without the word for a person that it begins with: other people's code often drops it. */
  bare: string
  synonyms: ReadonlySet<string>
}

/** Names that other people's code has for an event, beside slips of the pen. */
const otherNames: Partial<Record<string, readonly string[]>> = {
  'customer.sale.completed': ['new.sale', 'sale.new', 'sale.created'],
  'contact.optin.completed': ['opt.in', 'optin', 'contact.opt.in'],
  'contact.campaign.finished': ['campaign.completed', 'contact.campaign.completed'],
  'contact.email_link.clicked': ['email.clicked', 'contact.email.clicked'],
  SALE_NEW: ['new.sale', 'sale.completed', 'sale.created', 'customer.sale.completed'],
  CONTACT_OPT_IN: ['optin', 'contact.optin.completed'],
}

/** Words that mean the same, whatever the name. */
const otherWords: Partial<Record<string, string>> = {
  cancelled: 'canceled',
  refunded: 'canceled',
  deleted: 'removed',
}

const longestName = 60

const types = knownFrom(automationTypes)
const events = knownFrom(accountEvents)

/** The documented `type` that was most likely meant; `undefined` where none is near. */
export function suggestType(name: string): string | undefined {
  return suggest(name, types)
}

/** The documented `X-Webhook-Event` that was most likely meant; `undefined` where none is near. */
export function suggestEvent(name: string): string | undefined {
  return suggest(name, events)
}

/** The documented name of either family that was most likely meant; of two the one that is spelt more alike. */
export function suggestName(name: string): string | undefined {
  const text = name.slice(0, longestName)
  const [event, type] = [suggestEvent(name), suggestType(name)]
  if (event === undefined || type === undefined) return event ?? type
  return editDistance(text, type) < editDistance(text, event) ? type : event
}

/** The `X-Webhook-Event` that a text in another place most likely is: it has to name all of it. */
export function namedEvent(text: string): string | undefined {
  return nearest(normalize(text), events, ({ plain }) => plain)?.name
}

function suggest(name: string, known: readonly Known[]): string | undefined {
  const plain = normalize(name)
  const found =
    known.find(({ synonyms }) => synonyms.has(plain)) ??
    nearest(plain, known, (each) => each.plain) ??
    nearest(bareOf(plain), known, (each) => each.bare) ??
    only(known, (each) => each.plain.endsWith(`.${plain}`)) ??
    only(known, (each) => plain.includes('.') && each.plain.startsWith(`${plain}.`))
  return found?.name
}

/** By letters to change: one in four, and two at most. */
function nearest(
  text: string,
  known: readonly Known[],
  spelling: (known: Known) => string,
): Known | undefined {
  let best: Known | undefined
  let least = Math.min(2, Math.floor(text.length / 4)) + 1
  for (const each of known) {
    const distance = editDistance(text, spelling(each))
    if (distance < least) [best, least] = [each, distance]
  }
  return best
}

/** The one that fits; `undefined` where several do. */
function only(known: readonly Known[], fits: (known: Known) => boolean): Known | undefined {
  const [first, second] = known.filter(fits)
  return second === undefined ? first : undefined
}

/** Two triggers may share a name; what the page calls them are names, too. */
function knownFrom(names: Partial<Record<Trigger, string>>): Known[] {
  const known = new Map<string, Known & { synonyms: Set<string> }>()
  // `Object.entries` forgets the type of the keys, which is exactly the object's own.
  for (const [trigger, name] of Object.entries(names) as [Trigger, string][]) {
    const plain = normalize(name)
    const entry = known.get(name) ?? { name, plain, bare: bareOf(plain), synonyms: new Set() }
    const { en, id, fr } = labels[trigger]
    for (const text of [trigger, en, id, fr, ...(otherNames[name] ?? [])]) {
      entry.synonyms.add(normalize(text))
    }
    known.set(name, entry)
  }
  return [...known.values()]
}

function bareOf(plain: string): string {
  return plain.replace(/^(?:contact|customer)\./, '')
}

/** Case, spaces and the choice of separator are the commonest slips. */
function normalize(name: string): string {
  return name
    .slice(0, longestName)
    .trim()
    .toLowerCase()
    .replace(/[\s_.:/-]+/g, '.')
    .split('.')
    .map((word) => otherWords[word] ?? word)
    .join('.')
}
