/** Gathers what comes in quick succession, so that the page is drawn once for all of it. */
export type Batch<T> = {
  add(items: readonly T[]): void
  /** Hands over now what has been gathered. */
  flush(): void
  /** Forgets it. */
  cancel(): void
}

/**
 * The first are delivered at once. While more keep coming the deliveries grow rarer, from one to the
 * other bound: nobody reads a list that is drawn anew sixty times a second, but a lone arrival has
 * not to wait.
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

  const flush = () => {
    const items = waiting
    waiting = []
    if (items.length > 0) deliver(items)
    return items.length > 0
  }
  /** Holds the door for a while, then lets in who has gathered, until nobody has. */
  const hold = (time: number) => {
    timer = setTimeout(() => {
      timer = undefined
      if (flush()) hold(Math.min(longest, time * 2))
    }, time)
  }

  return {
    add(items) {
      waiting.push(...items)
      if (timer !== undefined) return
      flush()
      hold(shortest)
    },
    flush: () => void flush(),
    cancel() {
      clearTimeout(timer)
      timer = undefined
      waiting = []
    },
  }
}
