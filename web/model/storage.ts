/** The part of `localStorage` that the page uses. */
export type Storage = {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

/**
 * Reads and writes JSON under one key. Where storage is forbidden, full or holds rubbish, the page
 * goes on with what it has in memory until it is closed.
 */
export type Slot<T> = { read(): T; write(value: T): void }

/** @param parse gives `undefined` for what it does not understand */
export function createSlot<T>(
  storage: () => Storage,
  key: string,
  parse: (value: unknown) => T | undefined,
  fallback: T,
): Slot<T> {
  let memory = fallback
  return {
    read() {
      const stored = readJson(storage, key)
      if (stored !== undefined) memory = parse(stored) ?? memory
      return memory
    },
    write(value) {
      memory = value
      try {
        storage().setItem(key, JSON.stringify(value))
      } catch {
        // Forbidden or full: `memory` has it for as long as the page is open.
      }
    },
  }
}

function readJson(storage: () => Storage, key: string): unknown {
  try {
    const text = storage().getItem(key)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
