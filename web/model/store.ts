/** A value that can be watched; what React's `useSyncExternalStore` needs, and no more. */
export type Readable<T> = {
  get: () => T
  /** Calls back after each change. @returns stops it */
  subscribe: (listener: () => void) => () => void
}

export type Store<T> = Readable<T> & {
  /** Sets the next value, or makes it from the last; the same value again wakes nobody. */
  set(next: T | ((last: T) => T)): void
}

/** A store that holds one immutable value. */
export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      // Values of stores are plain data: a function here is always the maker of the next value.
      const made = typeof next === 'function' ? (next as (last: T) => T)(value) : next
      if (Object.is(made, value)) return
      value = made
      for (const listener of listeners) listener()
    },
  }
}
