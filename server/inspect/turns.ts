import { setImmediate as nextTurn } from 'node:timers/promises'

const longest = 2

/**
 * For work of many small parts that shares a thread with captures: called before each part, it
 * lets everything else that waits go first whenever two milliseconds have been taken.
 */
export function createTurns(now: () => number = () => performance.now()): () => Promise<void> {
  let begun = now()
  return async () => {
    if (now() - begun < longest) return
    await nextTurn()
    begun = now()
  }
}
