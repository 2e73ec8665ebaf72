import { setTimeout as pauseFor } from 'node:timers/promises'

/** Rest after a piece of work, in multiples of the time that it took. */
const rest = 2
/** Milliseconds of rest at most. */
const longestRest = 100

/**
 * Keeps work that is done piece by piece to a third of the time. What a piece took includes what
 * else was done meanwhile: the busier the server, the longer the rest, and the more is left for
 * senders. A piece that comes alone is done at once.
 */
export function createShare(
  now: () => number = () => performance.now(),
  pause: (milliseconds: number) => Promise<unknown> = pauseFor,
) {
  let rested: Promise<unknown> = Promise.resolve()

  return async function take<Result>(piece: () => Promise<Result>): Promise<Result> {
    await rested
    const began = now()
    try {
      return await piece()
    } finally {
      rested = pause(Math.min(longestRest, rest * (now() - began)))
    }
  }
}
