/** Where each bin stands in its reply sequence. Kept in memory: after a restart it begins anew. */
export type ReplySteps = {
  /** How many steps of its sequence a bin has used. */
  used: (bin: string) => number
  /** Uses the next step of a sequence of `length` steps; the last one repeats. @returns its index */
  take: (bin: string, length: number) => number
  /** Begins the sequence anew; also for a bin that is gone. */
  restart: (bin: string) => void
}

export function createReplySteps(): ReplySteps {
  const positions = new Map<string, number>()
  const used = (bin: string) => positions.get(bin) ?? 0
  return {
    used,
    take(bin, length) {
      const index = Math.min(used(bin), length - 1)
      positions.set(bin, index + 1)
      return index
    },
    restart(bin) {
      positions.delete(bin)
    },
  }
}
