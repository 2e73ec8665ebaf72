import type { Limits } from '../limits.ts'
import { oldestOfAll, victims } from '../retention.ts'
import type { StoreError } from '../store.ts'
import { controlLine } from './encode.ts'
import type { LogBin } from './log-bin.ts'
import { runsOf } from './runs.ts'

/** Requests that somebody wants removed. */
export type Removal = {
  bin: LogBin
  seqs: number[] | 'all'
  resolve: (removed: Removed) => void
  reject: (error: StoreError) => void
}

/** What a removal took, and where its bytes still are. */
export type Removed = { seqs: number[]; segments: Set<number>; files: string[] }

/** What a batch changes in a bin besides adding to it. */
export type Step = {
  bin: LogBin
  /** Ascending. */
  evicted: number[]
  removals: { removal: Removal; seqs: number[] }[]
  horizon: number
}

/** What decides over a plan. */
export type Situation = {
  /** Bins to look at. */
  due: Iterable<LogBin>
  bins: Iterable<LogBin>
  removals: Removal[]
  limits: Limits
  /** What was received before is to go: milliseconds since 1970. */
  deadline: number
  /** Bytes that all requests take, with those of the batch. */
  total: number
}

/** Decides what goes along with the next batch: what was asked for, then what the caps ask for. */
export function planSteps(situation: Situation): Step[] {
  const { due, bins, removals, limits, deadline, total } = situation
  const steps = new Map<LogBin, Step>()
  for (const removal of removals) planRemoval(stepOf(steps, removal.bin), removal)
  for (const bin of due) {
    // A bin that is being cleared is looked at again with the next batch.
    if (steps.has(bin)) continue
    const evicted = victims(bin, limits, { coming: bin.coming, deadline })
    if (evicted.length > 0 || bin.unlogged) stepOf(steps, bin).evicted.push(...evicted)
  }
  if (total > limits.totalBytes) planTotal(steps, bins, total - limits.totalBytes)
  for (const step of steps.values()) step.evicted.sort((a, b) => a - b)
  return [...steps.values()]
}

/** The line that makes a step last. */
export function stepLine({ bin, evicted, removals, horizon }: Step): string {
  const gone = [...evicted, ...removals.flatMap(({ seqs }) => seqs)].sort((a, b) => a - b)
  const totals = {
    ...bin.totals,
    horizon: Math.max(bin.totals.horizon, horizon, evicted.at(-1) ?? 0),
    evicted: bin.totals.evicted + evicted.length,
  }
  return controlLine({ bin: bin.id, totals, gone: runsOf(gone) })
}

function stepOf(steps: Map<LogBin, Step>, bin: LogBin): Step {
  const step = steps.get(bin) ?? { bin, evicted: [], removals: [], horizon: 0 }
  steps.set(bin, step)
  return step
}

function planRemoval(step: Step, removal: Removal): void {
  const { bin, seqs } = removal
  const taken = new Set(step.removals.flatMap((other) => other.seqs))
  const wanted = seqs === 'all' ? [...bin.heldRows()].map((row) => row.seq) : seqs
  const held = new Set(wanted.filter((seq) => !taken.has(seq) && bin.rows.get(seq)))
  step.removals.push({ removal, seqs: [...held].sort((a, b) => a - b) })
  if (seqs === 'all') step.horizon = bin.latest
}

function planTotal(steps: Map<LogBin, Step>, bins: Iterable<LogBin>, excess: number): void {
  const going = new Map([...steps].map(([bin, step]) => [bin, new Set(seqsOf(step))]))
  const freed = [...going].reduce((sum, [bin, seqs]) => sum + roomOf(bin, seqs), 0)
  const gone = (bin: LogBin, seq: number) => going.get(bin)?.has(seq) === true
  for (const { bin, seq } of oldestOfAll(bins, excess - freed, gone)) {
    stepOf(steps, bin).evicted.push(seq)
  }
}

function seqsOf(step: Step): number[] {
  return [...step.evicted, ...step.removals.flatMap(({ seqs }) => seqs)]
}

function roomOf(bin: LogBin, seqs: Iterable<number>): number {
  let room = 0
  for (const seq of seqs) {
    const row = bin.rows.get(seq)
    if (row) room += bin.room(row)
  }
  return room
}
