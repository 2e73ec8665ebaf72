/** Remembers the values used last, of together at most `limit`: as many, or as much by their weight. */
export class Lru<Value> {
  readonly #limit: number
  readonly #weightOf: (value: Value) => number
  readonly #values = new Map<string, { value: Value; weight: number }>()
  #weight = 0

  /** @param weightOf each counts as one unless it is weighed */
  constructor(limit: number, weightOf: (value: Value) => number = () => 1) {
    this.#limit = limit
    this.#weightOf = weightOf
  }

  get(key: string): Value | undefined {
    const known = this.#values.get(key)
    if (known === undefined) return undefined
    this.#values.delete(key)
    this.#values.set(key, known)
    return known.value
  }

  set(key: string, value: Value): void {
    this.#forget(key)
    const weight = this.#weightOf(value)
    this.#values.set(key, { value, weight })
    this.#weight += weight
    for (const [oldest] of this.#values) {
      if (this.#weight <= this.#limit) return
      this.#forget(oldest)
    }
  }

  #forget(key: string): void {
    this.#weight -= this.#values.get(key)?.weight ?? 0
    this.#values.delete(key)
  }
}
