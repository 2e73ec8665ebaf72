/** Decides which of many lines are written. */
export type LineBudget = {
  /** @returns whether one more line may be written now; otherwise it is counted */
  spend: () => boolean
}

/**
 * Allows so many lines a second; how many there were beyond is told once the second is over.
 * Nobody reads thousands, and writing them would cost senders a fifth of the speed.
 */
export function createLineBudget(perSecond: number, tellMore: (count: number) => void): LineBudget {
  let left = perSecond
  let more = 0
  let second: NodeJS.Timeout | undefined

  function renew(): void {
    if (more > 0) tellMore(more)
    second = undefined
    left = perSecond
    more = 0
  }

  return {
    spend() {
      second ??= setTimeout(renew, 1000).unref()
      if (left === 0) more += 1
      else left -= 1
      return more === 0
    },
  }
}
