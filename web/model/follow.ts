import type { Bin } from '../../shared/bin.ts'
import type { BinState } from './bin-state.ts'
import type { Readable } from './store.ts'

/**
 * Reads something of a bin now, and again some time after the bin has changed; never twice at once.
 * What could not be read is read as soon as the stream is live again.
 * @param read catches what goes wrong with it. @returns whether it could be read
 * @param pause milliseconds from a change to the next reading
 * @returns stops it
 */
export function followBin(
  state: Readable<BinState>,
  read: () => Promise<boolean>,
  pause: number,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReading = false
  let isStale = false
  let hasFailed = false
  let stopped = false

  const readOnce = async () => {
    timer = undefined
    isStale = false
    isReading = true
    const before = connects
    hasFailed = !(await read())
    isReading = false
    if (isStale || (hasFailed && connects > before)) schedule()
  }
  const schedule = () => {
    if (isReading) isStale = true
    else if (!stopped) timer ??= setTimeout(() => void readOnce(), pause)
  }
  /** How often the stream has become live. */
  let connects = 0
  let isLive = state.get().connection.status === 'live'
  const noteConnection = () => {
    const wasLive = isLive
    isLive = state.get().connection.status === 'live'
    if (!isLive || wasLive) return
    connects += 1
    if (isReading || !hasFailed) return
    clearTimeout(timer)
    void readOnce()
  }
  let known = stampOf(state.get().bin)
  const unsubscribe = state.subscribe(() => {
    noteConnection()
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
