/** Lets what is done under one key wait for what was begun before it, however that ends. */
export class OneByOne {
  readonly #last = new Map<string, Promise<unknown>>()

  /** @throws what the action throws */
  async run<T>(key: string, action: () => T | Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const done = before.catch(() => {}).then(action)
    this.#last.set(key, done)
    try {
      return await done
    } finally {
      if (this.#last.get(key) === done) this.#last.delete(key)
    }
  }
}
