import type { Value } from './scenario.ts'
import type { Moment } from './moment.ts'

/** Requests of one selector that are remembered; a bin holds half as many by default. */
const mostMoments = 20_000

/** The requests that one selector finds, in order, and by what they are asked for most. */
export class FoundMoments {
  readonly all: Moment[] = []
  readonly #contactOf: (moment: Moment) => string | null
  readonly #byValue = new Map<string, Map<string, Moment[]>>()
  #byContact: Map<string, Moment[]> | null = null

  constructor(contactOf: (moment: Moment) => string | null) {
    this.#contactOf = contactOf
  }

  add(moment: Moment): void {
    this.all.push(moment)
    if (this.all.length > mostMoments) this.all.splice(0, mostMoments / 2)
    this.forget()
  }

  /** Forgets what was sorted: another request has come, or a contact has become known. */
  forget(): void {
    this.#byContact = null
    this.#byValue.clear()
  }

  ofContact(contact: string): readonly Moment[] {
    this.#byContact ??= sorted(this.all, (moment) => [this.#contactOf(moment)])
    return this.#byContact.get(contact) ?? []
  }

  /** Those that have a value at a path; a number by its value. */
  having(path: string, value: Value): readonly Moment[] {
    const known = this.#byValue.get(path)
    const byValue =
      known ?? sorted(this.all, ({ values }) => (values.get(path) ?? []).map((each) => keyOf(each)))
    this.#byValue.set(path, byValue)
    return byValue.get(keyOf(value)) ?? []
  }
}

function sorted(
  moments: readonly Moment[],
  keysOf: (moment: Moment) => readonly (string | null)[],
): Map<string, Moment[]> {
  const groups = new Map<string, Moment[]>()
  for (const moment of moments) {
    for (const key of new Set(keysOf(moment))) {
      if (key === null) continue
      const group = groups.get(key)
      if (group) group.push(moment)
      else groups.set(key, [moment])
    }
  }
  return groups
}

function keyOf({ kind, text }: Value): string {
  return `${kind} ${kind === 'number' ? Number(text) : text}`
}
