import type { Bin } from './bin.ts'
import type { RequestSummary } from './request.ts'

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
  /** What follows `after` is no longer held: fetch anew. */
  | { type: 'reset'; oldest: number | null }

/** The first message of a client that needs a key to read. */
export type LiveAuth = { type: 'auth'; token: string }

/** Reads a frame; rubbish and unknown types are `null`, so that old pages meet new servers calmly. */
export function parseFrame(text: string): LiveFrame | null {
  try {
    const frame: unknown = JSON.parse(text)
    if (typeof frame !== 'object' || frame === null || !('type' in frame)) return null
    // The server is the only writer of this stream; its frames are typed where they are made.
    return known.has(String(frame.type)) ? (frame as LiveFrame) : null
  } catch {
    return null
  }
}

const known = new Set(['hello', 'requests', 'bin', 'changed', 'removed', 'reset'])
