import type { EventSummary } from '../events/verdict.ts'

/**
 * Tells contacts apart over all shapes: by their id (a contact's own, or the one that a sale names),
 * and where an event has none, by the e-mail address that came with an id before or after.
 */
export class ContactBook {
  readonly #ids = new Map<string, string>()

  /** @returns the name to ask `idOf` for; `null` where the event names nobody */
  note({ id, email }: EventSummary['contact']): string | null {
    const address = email?.toLowerCase()
    if (id === undefined) return address === undefined ? null : `@${address}`
    if (address !== undefined) this.#ids.set(`@${address}`, String(id))
    return String(id)
  }

  /** The id that is known now for what `note` gave. */
  idOf(name: string): string {
    if (!name.startsWith('@')) return name
    return this.#ids.get(name) ?? name.slice(1)
  }
}
