import type { EventSummary } from '../events/verdict.ts'

/**
 * Tells contacts apart over all shapes: by their id (a contact's own, or the one that a sale names),
 * and where an event has none, by the e-mail address that came with an id before or after.
 */
export class ContactBook {
  readonly #ids = new Map<string, string>()
  #revision = 0

  /** Counts the addresses that came to be known by another id: what was sorted by contact is stale. */
  get revision(): number {
    return this.#revision
  }

  /** @returns the name to ask `idOf` for; `null` where the event names nobody */
  note({ id, email }: EventSummary['contact']): string | null {
    const address = email?.toLowerCase()
    if (id === undefined) return address === undefined ? null : `@${address}`
    const name = `@${address ?? ''}`
    if (address !== undefined && this.#ids.get(name) !== String(id)) {
      this.#ids.set(name, String(id))
      this.#revision += 1
    }
    return String(id)
  }

  /** The id that is known now for what `note` gave. */
  idOf(name: string): string {
    if (!name.startsWith('@')) return name
    return this.#ids.get(name) ?? name.slice(1)
  }
}
