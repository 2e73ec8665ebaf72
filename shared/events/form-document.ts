import { type FormField, fieldsOf } from './form.ts'
import { type MappedText, unquoteForm } from './mapped.ts'

/**
 * A form written as a JSON object, so that shapes and searches can be held against it: a field is a
 * text, and one that is repeated a list of texts. Names stay as they are, `a[b]` too.
 */
export function formDocument(form: string): MappedText {
  const writer = new Writer(form)
  const fields = new Map<string, FormField[]>()
  for (const field of fieldsOf(form)) {
    if (field.name === '' && field.start === field.end) continue
    fields.set(field.name, [...(fields.get(field.name) ?? []), field])
  }
  writer.sign('{')
  for (const [name, values] of fields) {
    const [first] = values
    if (!first) continue
    if (writer.length > 1) writer.sign(',')
    writer.token(JSON.stringify(name), first.from, first.to)
    writer.sign(':')
    writer.values(values)
  }
  writer.sign('}')
  return writer.result()
}

/** Writes JSON, and notes for its tokens where in the form they come from. */
class Writer {
  length = 0
  readonly #form: string
  readonly #parts: string[] = []
  /** Offsets of the text at which a place begins, ascending, and those places. */
  readonly #offsets: number[] = [0]
  readonly #places: number[] = [0]

  constructor(form: string) {
    this.#form = form
  }

  sign(text: string): void {
    this.#parts.push(text)
    this.length += text.length
  }

  token(text: string, from: number, to: number): void {
    this.#mark(from)
    this.sign(text)
    this.#mark(to)
  }

  values(fields: readonly FormField[]): void {
    const [first] = fields
    if (first && fields.length === 1) return this.#value(first)
    this.#mark(first?.start ?? 0)
    this.sign('[')
    for (const [index, field] of fields.entries()) {
      if (index > 0) this.sign(',')
      this.#value(field)
    }
    this.sign(']')
    this.#mark(fields.at(-1)?.end ?? 0)
  }

  result(): MappedText {
    const offsets = this.#offsets
    const places = this.#places
    return {
      text: this.#parts.join(''),
      offsetOf: (index) => places[offsets.findLastIndex((offset) => offset <= index)] ?? 0,
    }
  }

  #value({ start, end }: FormField): void {
    this.token(JSON.stringify(unquoteForm(this.#form, start, end).text), start, end)
  }

  #mark(place: number): void {
    this.#offsets.push(this.length)
    this.#places.push(place)
  }
}
