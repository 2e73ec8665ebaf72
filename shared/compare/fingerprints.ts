import { at, isKind, type JsonDocument, Kind, rawAt, stringAt } from '../json/document.ts'

/**
 * Gives every value of several documents a number, equal values the same one: objects are equal
 * whatever the order of their members, numbers only as they are written.
 */
export class Fingerprints {
  readonly #numbers = new Map<string, number>()

  /** The number of each node of a document, keys included. Never recurses. */
  of(doc: JsonDocument): Uint32Array {
    const numbers = new Uint32Array(doc.count)
    // Children stand behind their parents, so they are done first from the end.
    for (let node = doc.count - 1; node >= 0; node--) {
      numbers[node] = this.#numberOf(this.#textOf(doc, node, numbers))
    }
    return numbers
  }

  #textOf(doc: JsonDocument, node: number, numbers: Uint32Array): string {
    if (isKind(doc, node, Kind.key)) return `k${stringAt(doc, node)}`
    if (isKind(doc, node, Kind.string)) return `s${stringAt(doc, node)}`
    const isObject = isKind(doc, node, Kind.object)
    if (!isObject && !isKind(doc, node, Kind.array)) return `v${rawAt(doc, node)}`
    const children: string[] = []
    const end = at(doc.nexts, node)
    for (let child = node + 1; child < end; child = at(doc.nexts, child)) {
      const value = isObject ? `:${at(numbers, child + 1)}` : ''
      children.push(`${at(numbers, child)}${value}`)
    }
    return `${isObject ? '{' : '['}${(isObject ? children.sort() : children).join(',')}`
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#numbers.size + 1
    this.#numbers.set(text, number)
    return number
  }
}
