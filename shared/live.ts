import type { Bin } from './bin.ts'
import type { RequestSummary } from './request.ts'
import type { ScenarioRun } from './scenario/kept.ts'
import type { ScenarioResult } from './scenario/result.ts'

/** Every frame that the server sends on `/api/bins/:id/live`. */
export type LiveFrame =
  | { type: 'hello'; bin: Bin; latest: number; oldest: number | null }
  /** Strictly ascending `seq`, no gap and no duplicate from `after` on. */
  | { type: 'requests'; requests: RequestSummary[] }
  | { type: 'bin'; bin: Bin }
  /** Pinned, unpinned, noted, or judged anew. */
  | { type: 'changed'; requests: RequestSummary[] }
  | { type: 'removed'; seqs: number[] }
  | { type: 'removed'; upTo: number }
  /** What became of a scenario's run, as it changes. */
  | { type: 'scenario'; id: string; run: ScenarioRun; result: ScenarioResult }
  /** Who else looks just now; sent only to who has said the same of itself. */
  | { type: 'presence'; others: number; names: string[] }
  /** What follows `after` is no longer held: fetch anew. */
  | { type: 'reset'; oldest: number | null }

/** Reads a frame; rubbish and unknown types are `null`, so that old pages meet new servers calmly. */
export function parseFrame(text: string): LiveFrame | null {
  const frame = parseObject(text)
  if (!frame || !('type' in frame) || !known.has(String(frame.type))) return null
  // The server is the only writer of this stream; its frames are typed where they are made.
  return frame as LiveFrame
}

/** A message as an object; `null` where it is none. */
export function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

const known = new Set([
  'hello',
  'requests',
  'bin',
  'changed',
  'removed',
  'reset',
  'scenario',
  'presence',
])
