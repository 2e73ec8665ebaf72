import type { BinSession } from './bin-session.ts'

/** What a call needs to read something of a request. */
export function readOptions(session: BinSession, seq: number) {
  return { params: { id: session.id, seq }, key: session.key() }
}
