import type { SearchSubject } from './subject.ts'

/** A field of the search language: how it is written, and what it reads. */
export type SearchField = {
  name: string
  /** A whole term, as one would type it. */
  example: string
  /** What it finds, in a few words. */
  help: string
  cost: Cost
  /** All values there are, where they are known. */
  values?: readonly string[]
} & Reading

/** What a field reads: 0 the request itself, 1 its judgement, 2 its body. Cheap terms are asked first. */
export type Cost = 0 | 1 | 2

type Reading =
  /** Texts of which one has to be the value (`whole`), or to contain it (`part`). */
  | {
      match: 'whole' | 'part'
      read: (subject: SearchSubject, key: string) => readonly string[]
      /** What to tell people of it, where that is less than all. */
      show?: (subject: SearchSubject) => readonly string[]
    }
  | { match: 'number'; read: (subject: SearchSubject) => number | null }
  /** When the request was received, after or before a moment. */
  | { match: 'since' | 'until' }
  /** Text of the body. */
  | { match: 'text' }
  /** A path into the event. */
  | { match: 'json' }
