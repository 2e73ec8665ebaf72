import { nearest } from '../search/fields.ts'
import type { Faults, SourceEntry, SourceNode } from './source.ts'

/** The members of a map, taken one by one; what is left over is unknown. */
export class Members {
  readonly start: number
  readonly #faults: Faults
  readonly #entries: readonly SourceEntry[]

  private constructor(start: number, entries: readonly SourceEntry[], faults: Faults) {
    this.start = start
    this.#entries = entries
    this.#faults = faults
  }

  /** @param known every key that there may be */
  static of(
    node: SourceNode,
    what: string,
    known: readonly string[],
    faults: Faults,
  ): Members | null {
    if (node.type !== 'map') {
      faults.add(node.start, `${what} has to be a map with ${known.join(', ')}`)
      return null
    }
    for (const { key, keyStart } of node.entries) {
      if (known.includes(key)) continue
      const meant = nearest(key, known)
      const advice =
        meant === undefined ? `known are ${known.join(', ')}` : `did you mean "${meant}"?`
      faults.add(keyStart, `Unknown key "${key.slice(0, 100)}": ${advice}`)
    }
    return new Members(node.start, node.entries, faults)
  }

  get(key: string): SourceNode | undefined {
    return this.#entries.find((entry) => entry.key === key)?.value
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  text(key: string, maxLength: number): string | null {
    const node = this.get(key)
    return node === undefined ? null : textOf(node, `"${key}"`, maxLength, this.#faults)
  }

  boolean(key: string): boolean | null {
    const node = this.get(key)
    if (node === undefined) return null
    if (node.type === 'scalar' && typeof node.value === 'boolean') return node.value
    this.#faults.add(node.start, `"${key}" has to be true or false`)
    return null
  }

  choice<Word extends string>(key: string, words: readonly Word[]): Word | null {
    const node = this.get(key)
    if (node === undefined) return null
    const found = words.find((word) => node.type === 'scalar' && node.value === word)
    if (found === undefined)
      this.#faults.add(node.start, `"${key}" has to be ${words.join(' or ')}`)
    return found ?? null
  }
}

/** A text that is not empty. */
export function textOf(
  node: SourceNode,
  what: string,
  maxLength: number,
  faults: Faults,
): string | null {
  const isText = node.type === 'scalar' && typeof node.value === 'string'
  const text = isText ? String(node.value).trim() : ''
  if (text !== '' && text.length <= maxLength) return text
  faults.add(node.start, `${what} has to be a text of 1 to ${maxLength} characters`)
  return null
}
