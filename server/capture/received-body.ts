import type { BodyFile, BodyWriter } from '../store/store.ts'

/** A body as far as it came. */
export type ReceivedBody = {
  kept: Buffer | BodyFile
  /** Bytes that arrived. */
  size: number
  /** Fewer bytes are kept than arrived. */
  truncated: boolean
  /** The sender went away before the end. */
  aborted: boolean
}

export type BodyRules = {
  /** Bytes of a body that are kept. */
  limit: number
  openBody: () => Promise<BodyWriter>
}
