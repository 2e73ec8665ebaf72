import type { StoreChange } from './store.ts'

type Listener = (change: StoreChange) => void

/** Who wants to hear of which bin. */
export class Listeners {
  readonly #byBin = new Map<string, Set<Listener>>()
  readonly #waiting: { bin: string; change: StoreChange }[] = []

  add(bin: string, listener: Listener): () => void {
    const listeners = this.#byBin.get(bin) ?? new Set()
    this.#byBin.set(bin, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#byBin.get(bin) === listeners) this.#byBin.delete(bin)
    }
  }

  /** Tells at once; what was to be told soon goes first. */
  tell(bin: string, change: StoreChange): void {
    this.flush()
    this.#call(bin, change)
  }

  /** Tells after the replies that wait for the same write are on their way. */
  tellSoon(bin: string, change: StoreChange): void {
    if (this.#waiting.length === 0) setImmediate(() => this.flush())
    this.#waiting.push({ bin, change })
  }

  flush(): void {
    for (const { bin, change } of this.#waiting.splice(0)) this.#call(bin, change)
  }

  #call(bin: string, change: StoreChange): void {
    for (const listener of this.#byBin.get(bin) ?? []) listener(change)
  }
}
