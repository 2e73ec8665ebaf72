import { createShare } from '../inspect/share.ts'
import type { StoreChange } from '../store/store.ts'
import type { BinRuns, RunOutcome } from './bin-runs.ts'

/** Longest that a timer can be set for, in milliseconds. */
const longestTimer = 2 ** 31 - 1

type Sources = {
  runs: Pick<BinRuns, 'outcomes'>
  subscribe: (listener: (change: StoreChange) => void) => () => void
  now: () => number
  onError: (error: unknown) => void
}

/**
 * Tells what becomes of the runs of a bin as it changes: soon after a request, and when a deadline
 * passes. Under load it takes a third of the time at most, so that senders come first.
 * @returns stops it
 */
export function watchRuns(
  { runs, subscribe, now, onError }: Sources,
  tell: (outcome: RunOutcome) => void,
): () => void {
  const told = new Map<string, string>()
  const share = createShare()
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let isDirty = false
  let isStopped = false

  function wake(): void {
    isDirty = true
    if (isRunning || isStopped) return
    isRunning = true
    // Not in the same turn: the sender's reply goes first.
    setImmediate(() => void run())
  }

  async function run(): Promise<void> {
    try {
      while (isDirty) {
        isDirty = false
        await share(look)
      }
    } catch (error) {
      onError(error)
    } finally {
      isRunning = false
    }
  }

  async function look(): Promise<void> {
    const outcomes = await runs.outcomes(tellAnew)
    if (isStopped) return
    for (const id of told.keys()) if (!outcomes.some((each) => each.id === id)) told.delete(id)
    setTimer(outcomes)
  }

  function tellAnew(outcome: RunOutcome): void {
    const { upTo: _, ...result } = outcome.result
    const text = JSON.stringify([outcome.run, result])
    if (isStopped || told.get(outcome.id) === text) return
    told.set(outcome.id, text)
    tell(outcome)
  }

  function setTimer(outcomes: readonly RunOutcome[]): void {
    clearTimeout(timer)
    const deadlines = outcomes.flatMap(({ result }) => result.nextDeadline ?? [])
    if (deadlines.length === 0) return
    // A deadline is over when it has passed, not when it is reached.
    const next = Math.min(...deadlines.map((text) => Date.parse(text))) + 1
    timer = setTimeout(wake, Math.min(longestTimer, Math.max(0, next - now())))
    timer.unref()
  }

  const unsubscribe = subscribe(({ type }) => {
    if (type !== 'marked' && type !== 'bin-deleted') wake()
  })
  wake()
  return () => {
    isStopped = true
    clearTimeout(timer)
    unsubscribe()
  }
}
