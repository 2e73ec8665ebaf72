import { searchFields } from './fields.ts'
import { termOf } from './term.ts'

/** What is known of a bin beyond the language itself. */
export type KnownValues = {
  /** Values of a field that occur, the most useful ones first. */
  valuesOf: (field: string, key: string) => readonly string[]
  /** What can follow `header.`, `query.` and `$.`. */
  keysOf: (field: 'header' | 'query' | '$') => readonly string[]
}

/** A way to go on: takes the place of the word at the caret. */
export type Option = {
  text: string
  /** The field that it is of, where that is to be explained. */
  field: string
  /** Whether a value has to follow. */
  isOpen: boolean
}

/** `start` to `end` is what an option takes the place of. */
export type Completion = { start: number; end: number; options: Option[] }

const most = 12
/** Fields with names of their own after a dot. */
const keyed = ['header', 'query'] as const

/** How the word at the caret can go on, the likeliest first. */
export function complete(text: string, caret: number, known: KnownValues): Completion {
  const start = startOfWord(text, caret)
  const end = caret + (/^[^\s()"]*/.exec(text.slice(caret))?.[0].length ?? 0)
  const typed = text.slice(start, caret)
  const colon = /^([a-z_$][\w$.*[\]-]*):"?/i.exec(typed)
  const found = colon
    ? valueOptions(colon[1] ?? '', typed.slice(colon[0].length), known)
    : wordOptions(typed, known)
  const options = found.filter(({ text: whole }) => whole !== text.slice(start, end))
  return { start, end, options: options.slice(0, most) }
}

/** Where the word begins that ends at the caret; a minus in front of it is no part of it. */
function startOfWord(text: string, caret: number): number {
  let start = 0
  let isQuoted = false
  for (let i = 0; i < caret; i++) {
    const character = text.charAt(i)
    if (character === '\\' && isQuoted) i++
    else if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && /[\s()]/.test(character)) start = i + 1
  }
  return text.charAt(start) === '-' && start < caret ? start + 1 : start
}

function valueOptions(name: string, typed: string, known: KnownValues): Option[] {
  const [first = '', ...rest] = name.split('.')
  const field = first.toLowerCase()
  if (!isField(field)) {
    const values = known.valuesOf('$', name.replace(/^\$\./, ''))
    // Values at paths come as the language writes them.
    return matching(values, typed).map((value) => option(`${name}:${value}`, 'json'))
  }
  const values = [...fixedValues(field), ...known.valuesOf(field, rest.join('.'))]
  return matching(values, typed).map((value) => option(termOf(name, value), field))
}

function wordOptions(typed: string, known: KnownValues): Option[] {
  const fields = searchFields.map(({ name }) => name).filter((name) => name !== 'json')
  const names = matching(fields, typed).map((name) => open(`${name}:`, name))
  if (typed === '') return names
  const keys = keyed.flatMap((field) =>
    matching(known.keysOf(field), after(typed, `${field}.`)).map((key) =>
      open(`${field}.${key}:`, field),
    ),
  )
  const path = after(typed, '$.') ?? (/^[a-z_][\w-]*\./i.test(typed) ? typed : null)
  const paths = matching(known.keysOf('$'), path).map((key) => open(`$.${key}:`, 'json'))
  return [...names, ...keys, ...paths, ...valuesAnywhere(typed, known)]
}

/** Who types a value first is told what it is a value of. */
function valuesAnywhere(typed: string, known: KnownValues): Option[] {
  if (typed.length < 2) return []
  return searchFields.flatMap(({ name, values = [] }) =>
    matching([...values, ...known.valuesOf(name, '')], typed).map((value) =>
      option(termOf(name, value), name),
    ),
  )
}

function option(text: string, field: string): Option {
  return { text, field, isOpen: false }
}

function open(text: string, field: string): Option {
  return { text, field, isOpen: true }
}

function isField(name: string): boolean {
  return searchFields.some((field) => field.name === name && name !== 'json')
}

function fixedValues(field: string): readonly string[] {
  return searchFields.find(({ name }) => name === field)?.values ?? []
}

function after(text: string, start: string): string | null {
  return text.toLowerCase().startsWith(start) ? text.slice(start.length) : null
}

/** Those that begin with what was typed, then those that contain it; `null`: none. */
function matching(values: readonly string[], typed: string | null): string[] {
  if (typed === null) return []
  const wanted = typed.toLowerCase().replace(/^"|"$/g, '')
  const ranked = [...new Set(values)].map((value) => ({
    value,
    at: value.toLowerCase().replace(/^"/, '').indexOf(wanted),
  }))
  const begins = ranked.filter(({ at }) => at === 0)
  // One letter is in nearly everything.
  const contains = wanted.length < 2 ? [] : ranked.filter(({ at }) => at > 0)
  return [...begins, ...contains].map(({ value }) => value)
}
