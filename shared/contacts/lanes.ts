import type { EventSummary, Verdict } from '../events/verdict.ts'

/** What is needed of a request to put it into a lane. */
export type LaneRequest = {
  seq: number
  /** RFC 3339. */
  receivedAt: string
  event: EventSummary | null
  verdict: Verdict
}

/** One event of a contact, and how long after the one before it came. */
export type Step = {
  seq: number
  receivedAt: string
  /** Milliseconds; `null` for the first. */
  gap: number | null
  event: EventSummary
  verdict: Verdict
}

/** Everything that happened to one contact, in the order of arrival. */
export type Lane = { ids: string[]; emails: string[]; steps: Step[] }

/**
 * Requests by contact, the contact that was last heard of first. Events belong together that share
 * the number of a contact or an e-mail address, whatever their shapes call it: a sale knows the
 * number, an account webhook may only know the address, and an opt-in ties the two together.
 */
export function lanesOf(requests: readonly LaneRequest[]): Lane[] {
  const ordered = [...requests].sort((a, b) => a.seq - b.seq)
  const groups = new Groups()
  for (const { event } of ordered) if (event) groups.join(namesOf(event))
  const lanes = new Map<string, Lane>()
  for (const { seq, receivedAt, event, verdict } of ordered) {
    const names = event ? namesOf(event) : []
    const [first] = names
    if (!event || first === undefined) continue
    const root = groups.rootOf(first)
    const lane = lanes.get(root) ?? { ids: [], emails: [], steps: [] }
    lanes.set(root, lane)
    const before = lane.steps.at(-1)
    const gap = before ? Date.parse(receivedAt) - Date.parse(before.receivedAt) : null
    lane.steps.push({ seq, receivedAt, gap, event, verdict })
    noteNames(lane, event)
  }
  return [...lanes.values()].sort((a, b) => lastSeq(b) - lastSeq(a))
}

/** Names of a contact; numbers and addresses cannot be confused. */
function namesOf({ contact: { id, email } }: EventSummary): string[] {
  return [
    ...(id === undefined || id === '' ? [] : [`#${id}`]),
    ...(email === undefined || email === '' ? [] : [`@${email.trim().toLowerCase()}`]),
  ]
}

function noteNames(lane: Lane, { contact: { id, email } }: EventSummary): void {
  const text = id === undefined ? '' : String(id)
  if (text !== '' && !lane.ids.includes(text)) lane.ids.push(text)
  if (email && !lane.emails.includes(email)) lane.emails.push(email)
}

function lastSeq({ steps }: Lane): number {
  return steps.at(-1)?.seq ?? 0
}

/** Names that mean the same (union-find). */
class Groups {
  readonly #parents = new Map<string, string>()

  rootOf(name: string): string {
    let root = name
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) {
      root = next
    }
    // The way is shortened, so that long chains are walked once.
    for (let at = name; at !== root;) {
      const next = this.#parents.get(at) ?? root
      this.#parents.set(at, root)
      at = next
    }
    return root
  }

  join(names: string[]): void {
    const [first, ...others] = names
    if (first === undefined) return
    for (const other of others) {
      const [root, top] = [this.rootOf(first), this.rootOf(other)]
      if (root !== top) this.#parents.set(top, root)
    }
  }
}
