import type { StoreChange } from './store.ts'

type Listener = (change: StoreChange) => void

/** Who wants to hear of which bin. */
export class Listeners {
  readonly #byBin = new Map<string, Set<Listener>>()

  add(bin: string, listener: Listener): () => void {
    const listeners = this.#byBin.get(bin) ?? new Set()
    this.#byBin.set(bin, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#byBin.get(bin) === listeners) this.#byBin.delete(bin)
    }
  }

  tell(bin: string, change: StoreChange): void {
    for (const listener of this.#byBin.get(bin) ?? []) listener(change)
  }
}
