import type { BinState } from '../model/bin-state.ts'
import type { Readable } from '../model/store.ts'

/**
 * Tells of arrivals at once, then no more often than each `pause`: a flood is a few signals.
 * @param tell told how many have come since the last time
 * @param pause milliseconds
 * @returns stops it
 */
export function followArrivals(
  state: Readable<Pick<BinState, 'heard'>>,
  tell: (n: number) => void,
  pause = 3000,
): () => void {
  let told = state.get().heard
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const { heard } = state.get()
    if (timer !== undefined || heard <= told) return
    // A bin that has just been opened has told of nothing yet: what was there is no news.
    tell(told === 0 ? 1 : heard - told)
    told = heard
    timer = setTimeout(() => {
      timer = undefined
      look()
    }, pause)
  }
  const stop = state.subscribe(look)
  return () => {
    clearTimeout(timer)
    stop()
  }
}
