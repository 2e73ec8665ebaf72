/** Gathers what comes in quick succession, so that the page is drawn once for all of it. */
export type Batch<T> = {
  add(items: readonly T[]): void
  /** Hands over now what has been gathered. */
  flush(): void
  /** Forgets it. */
  cancel(): void
}

/** Milliseconds that the next ones wait for each that has been delivered. */
const pauseForEach = 8

/**
 * The first are delivered at once. The more came, the longer the next ones wait: nobody reads a list
 * that is drawn anew sixty times a second, but one that comes alone has not to wait.
 * @param shortest least milliseconds between two deliveries
 * @param longest most milliseconds that anything waits
 */
export function createBatch<T>(
  deliver: (items: T[]) => void,
  shortest = 16,
  longest = 100,
): Batch<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = (): number => {
    const items = waiting
    waiting = []
    if (items.length > 0) deliver(items)
    return items.length
  }
  /** Holds the door for a while, then lets in who has gathered, until nobody has. */
  const hold = (delivered: number) => {
    const time = Math.min(longest, Math.max(shortest, delivered * pauseForEach))
    timer = setTimeout(() => {
      timer = undefined
      const next = flush()
      if (next > 0) hold(next)
    }, time)
  }

  return {
    add(items) {
      waiting.push(...items)
      if (timer === undefined) hold(flush())
    },
    flush: () => void flush(),
    cancel() {
      clearTimeout(timer)
      timer = undefined
      waiting = []
    },
  }
}
