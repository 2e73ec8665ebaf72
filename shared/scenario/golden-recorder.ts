import type { SearchSubject } from '../search/subject.ts'
import { ContactBook } from './contact-book.ts'
import { goldenRequest, mostGolden, type GoldenRequest } from './golden.ts'

/** Gathers what a golden run keeps: the events of a run, of one contact where it is about one. */
export class GoldenRecorder {
  readonly #contact: string | null
  readonly #contacts = new ContactBook()
  readonly #found: { request: GoldenRequest; contact: string | null }[] = []

  constructor(contact: string | null) {
    this.#contact = contact
  }

  add(subject: SearchSubject): void {
    const [event] = subject.events
    if (!event) return
    const contact = this.#contacts.note(event.contact)
    // Of others no more than their contact is needed.
    if (this.#isOther(contact) || this.#found.length >= mostGolden) return
    this.#found.push({ request: goldenRequest(subject), contact })
  }

  requests(): GoldenRequest[] {
    return this.#found.flatMap(({ request, contact }) => (this.#isOther(contact) ? [] : [request]))
  }

  /** Whether it is known to be about somebody else; an address alone may turn out to be the same. */
  #isOther(contact: string | null): boolean {
    if (this.#contact === null) return false
    return contact === null || this.#contacts.idOf(contact) !== this.#contact
  }
}
