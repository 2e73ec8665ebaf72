import { useSyncExternalStore } from 'react'

type Readable<T> = { get: () => T; subscribe: (listener: () => void) => () => void }

/** The value of a store; the component is drawn anew when it changes. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** A part of a store's value: `select` gives the same part while nothing in it has changed. */
export function usePart<T, P>(store: Readable<T>, select: (value: T) => P): P {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
