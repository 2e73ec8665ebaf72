import type { Bin } from '../../shared/bin.ts'
import type { BinState } from './bin-state.ts'
import type { Readable } from './store.ts'

/**
 * Reads something of a bin now, and again some time after the bin has changed; never twice at once.
 * @param read catches what goes wrong with it
 * @param pause milliseconds from a change to the next reading
 * @returns stops it
 */
export function followBin(
  state: Readable<BinState>,
  read: () => Promise<void>,
  pause: number,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReading = false
  let isStale = false
  let stopped = false

  const readOnce = async () => {
    timer = undefined
    isStale = false
    isReading = true
    await read()
    isReading = false
    if (isStale) schedule()
  }
  const schedule = () => {
    if (isReading) isStale = true
    else if (!stopped) timer ??= setTimeout(() => void readOnce(), pause)
  }
  let known = stampOf(state.get().bin)
  const unsubscribe = state.subscribe(() => {
    const stamp = stampOf(state.get().bin)
    if (stamp === known) return
    known = stamp
    schedule()
  })
  void readOnce()
  return () => {
    stopped = true
    clearTimeout(timer)
    unsubscribe()
  }
}

/** Differs where requests have come or gone, or are judged otherwise. */
function stampOf(bin: Bin | null): string {
  return bin ? `${bin.latest} ${bin.counts.requests} ${bin.shapesRevision}` : ''
}
