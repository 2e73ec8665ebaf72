import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds of work at a time. */
const longest = 2
/** Rest after it where others have work to do, in multiples of the time that it took. */
const rest = 2
/** Milliseconds from which on a turn was one in which others had work to do. */
const busy = 0.5

/**
 * For work of many small parts that shares a thread with captures: called before each part, it
 * lets everything else that waits go first whenever two milliseconds have been taken. As long as
 * there is always something else, that has two thirds of the time.
 */
export function createTurns(
  now: () => number = () => performance.now(),
  turn: () => Promise<void> = nextTurn,
): () => Promise<void> {
  let begun = now()
  return async () => {
    const paused = now()
    const worked = paused - begun
    if (worked < longest) return
    do {
      begun = now()
      await turn()
    } while (now() - begun > busy && now() - paused < rest * worked)
    begun = now()
  }
}
