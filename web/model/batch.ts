/** Gathers what comes in quick succession, so that the page is drawn once for all of it. */
export type Batch<T> = {
  add(items: readonly T[]): void
  /** Hands over now what has been gathered. */
  flush(): void
  /** Forgets it. */
  cancel(): void
}

/** @param interval least milliseconds between two deliveries; the first is made at once */
export function createBatch<T>(deliver: (items: T[]) => void, interval = 50): Batch<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    const items = waiting
    waiting = []
    if (items.length > 0) deliver(items)
    return items.length > 0
  }
  /** Holds the door for an interval, then lets in who has gathered, until nobody has. */
  const hold = () => {
    timer = setTimeout(() => {
      timer = undefined
      if (flush()) hold()
    }, interval)
  }

  return {
    add(items) {
      waiting.push(...items)
      if (timer !== undefined) return
      flush()
      hold()
    },
    flush: () => void flush(),
    cancel() {
      clearTimeout(timer)
      timer = undefined
      waiting = []
    },
  }
}
