import type { Store } from '../store/store.ts'

/**
 * Rings when a bin gets a request or is deleted, and when `signal` says to stop. What happens
 * between two waits ends the next one at once.
 */
export function createBell(
  store: Pick<Store, 'subscribe'>,
  bin: string,
  signal: AbortSignal,
): { rung: () => Promise<void>; remove: () => void } {
  let isRung = signal.aborted
  let answer: (() => void) | undefined
  const ring = () => {
    isRung = true
    answer?.()
  }
  const unsubscribe = store.subscribe(bin, ({ type }) => {
    if (type === 'appended' || type === 'bin-deleted') ring()
  })
  signal.addEventListener('abort', ring)

  return {
    async rung() {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          answer = resolve
        })
      }
      isRung = signal.aborted
    },
    remove() {
      unsubscribe()
      signal.removeEventListener('abort', ring)
    },
  }
}
