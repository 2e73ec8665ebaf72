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

/** The first message of a client that needs a key to read. */
export type LiveAuth = { type: 'auth'; token: string }

/** Says that somebody looks, and by what name; sent again when the name changes. */
export type LivePresence = { type: 'presence'; name: string }

/** Reads what a client says of itself; `null` where it is anything else. */
export function parsePresence(text: string): LivePresence | null {
  const message = parseObject(text)
  if (!message || !('type' in message) || message.type !== 'presence') return null
  const name = 'name' in message && typeof message.name === 'string' ? message.name : ''
  return { type: 'presence', name }
}

/** Characters of a name that viewers choose. */
export const longestName = 40

/** A name that is no more than a name: one line, and nothing that hides, turns or overflows text. */
export function viewerName(text: string): string {
  const line = text
    .slice(0, 1000)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, ' ')
    // One mark on a letter is an accent; a tower of them covers the lines above.
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  return Array.from(line).slice(0, longestName).join('').trim()
}

/** Reads the first message of a client; `null` where it is anything else. */
export function parseAuth(text: string): LiveAuth | null {
  const message = parseObject(text)
  if (!message || !('type' in message) || message.type !== 'auth') return null
  return 'token' in message && typeof message.token === 'string'
    ? { type: 'auth', token: message.token }
    : null
}

/** Reads a frame; rubbish and unknown types are `null`, so that old pages meet new servers calmly. */
export function parseFrame(text: string): LiveFrame | null {
  const frame = parseObject(text)
  if (!frame || !('type' in frame) || !known.has(String(frame.type))) return null
  // The server is the only writer of this stream; its frames are typed where they are made.
  return frame as LiveFrame
}

function parseObject(text: string): object | null {
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
