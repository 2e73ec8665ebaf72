import { explainMiss } from '../search/miss.ts'
import { matchSearch } from '../search/match.ts'
import type { SearchSubject } from '../search/subject.ts'
import { ContactBook } from './contact-book.ts'
import { FoundMoments } from './found-moments.ts'
import { eventNameOf, type Moment } from './moment.ts'
import { keyOf } from './selector.ts'
import type { Scenario, Selector, Value } from './scenario.ts'
import type { StepDifference } from './result.ts'
import { valuesAt } from './values.ts'

type Asked = { selector: Selector; paths: Set<string>; found: FoundMoments }

/** Requests that are kept whole, to tell what they lacked. */
const keptWhole = 50

/**
 * The requests of a bin as some scenarios see them. Each request is asked once what it is and what
 * stands at the paths that matter, and is then let go of: a thousand scenarios cost hardly more
 * memory than one, and asking them needs no body.
 */
export class Timeline {
  readonly #asked = new Map<string, Asked>()
  /** Selectors by the name that an event has to have; under `''` those that ask every request. */
  readonly #byKey = new Map<string, Asked[]>()
  readonly #latest: { subject: SearchSubject; moment: Moment }[] = []
  readonly #contacts = new ContactBook()
  #first: Moment | undefined
  #upTo = 0
  #contactRevision = 0

  constructor(scenarios: Iterable<Scenario>) {
    for (const { steps } of scenarios) {
      for (const { selector, conditions, captures } of steps) {
        const asked = this.#askedOf(selector)
        for (const { path } of [...conditions, ...captures]) asked.paths.add(path)
      }
    }
  }

  /** Number of the last request that was added. */
  get upTo(): number {
    return this.#upTo
  }

  /** The first request that was added. */
  get first(): Moment | undefined {
    return this.#first
  }

  /** Takes the next request; they come in order of `seq`. */
  add(subject: SearchSubject): void {
    const asked = this.#askers(subject)
    const paths = new Set(asked.flatMap((each) => [...each.paths]))
    const moment = this.#momentOf(subject, paths)
    for (const { found } of asked) found.add(moment)
    if (this.#contacts.revision !== this.#contactRevision) {
      this.#contactRevision = this.#contacts.revision
      for (const { found } of this.#asked.values()) found.forget()
    }
    this.#first ??= moment
    this.#upTo = subject.seq
    this.#latest.push({ subject, moment })
    if (this.#latest.length > keptWhole) this.#latest.shift()
  }

  /** The requests that a selector finds, in order. */
  of(selector: Selector): readonly Moment[] {
    return this.found(selector).all
  }

  /** The same, sorted by contact and by value. */
  found({ text }: Selector): FoundMoments {
    return this.#asked.get(text)?.found ?? new FoundMoments(() => null)
  }

  /** Whom a request is about: the same text for the same contact, however it is named. */
  contactOf({ contact }: Moment): string | null {
    return contact === null ? null : this.#contacts.idOf(contact)
  }

  /** Of the latest requests those that a selector does not find, and what they lack. */
  near(selector: Selector): { moment: Moment; differences: StepDifference[] }[] {
    return this.#latest.flatMap(({ subject, moment }) => {
      const misses = explainMiss(selector.query, subject, 0)
      if (misses.length === 0) return []
      const differences = selector.isEvent
        ? [{ field: 'event', expected: selector.text, actual: moment.event }]
        : misses.map(({ term, actual }) => ({
            field: /^-?[\w.-]+(?=:)/.exec(term)?.[0] ?? 'text',
            expected: term,
            actual,
          }))
      return [{ moment, differences }]
    })
  }

  #askedOf(selector: Selector): Asked {
    const known = this.#asked.get(selector.text)
    if (known) return known
    const found = new FoundMoments((moment) => this.contactOf(moment))
    const asked = { selector, paths: new Set<string>(), found }
    this.#asked.set(selector.text, asked)
    const key = keyOf(selector.query) ?? ''
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), asked])
    return asked
  }

  #askers(subject: SearchSubject): Asked[] {
    const keys = new Set([''])
    for (const { type, trigger, label } of subject.events) {
      const words = Object.values(label).flatMap((text) => [text, ...text.split(/[\s()]+/)])
      for (const name of [type, ...words]) keys.add(`event:${name.toLowerCase()}`)
      if (trigger !== null) keys.add(`trigger:${trigger}`)
    }
    return [...keys]
      .flatMap((key) => this.#byKey.get(key) ?? [])
      .filter(({ selector }) => matchSearch(selector.query, subject, 0))
  }

  #momentOf(subject: SearchSubject, paths: Iterable<string>): Moment {
    const { seq, receivedAt, events } = subject
    const [event] = events
    const time = Date.parse(event?.occurredAt ?? '')
    const contact = events.find(({ contact }) => contact.id !== undefined || contact.email)?.contact
    const values = new Map<string, Value[]>()
    for (const path of paths) values.set(path, valuesAt(subject.roots, path))
    return {
      seq,
      receivedAt,
      occurredAt: Number.isNaN(time) ? null : time,
      event: eventNameOf(subject),
      contact: contact ? this.#contacts.note(contact) : null,
      values,
    }
  }
}
