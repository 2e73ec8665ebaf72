import type { Readable } from 'node:stream'
import type { BinCounts, BinReply, Visibility } from '../../shared/bin.ts'
import type { KeptChange } from '../../shared/change.ts'
import type { OwnShapes } from '../../shared/own-shape/own-shape.ts'
import type { Share } from '../../shared/share/share.ts'
import type { KeptScenarios } from '../../shared/scenario/kept.ts'
import type { RequestHead, StoredRequest } from '../../shared/request.ts'

/**
 * The port between the features and whatever keeps the data. Every implementation passes the same
 * suite (`contract.ts`).
 *
 * Promises of every implementation:
 * - `append` resolves only when the request survives `kill -9` (and, with `durability: 'disk'`,
 *   power loss). Until then no reader sees it.
 * - Sequence numbers of a bin ascend by one and are never used again, whatever is removed.
 * - A request that cannot be kept rejects with `StoreError`; nothing of it is seen later.
 * - Readers see a bin's requests in order of `seq`, and a wake-up only after they can read.
 */
export interface Store {
  readonly bins: BinCatalogue

  /**
   * Keeps a request and gives its sequence number. Where it rejects, a body file is thrown away too.
   * @throws StoreError `full` | `failed` | `closed`; `unknown-bin` where the bin is gone.
   */
  append(bin: string, head: RequestHead, body: Buffer | BodyFile): Promise<number>

  /** Opens a place for a body too large to gather in memory. @throws StoreError */
  openBody(): Promise<BodyWriter>

  /** `undefined` where it is not (or no longer) held. @throws StoreError `corrupt` */
  get(bin: string, seq: number): Promise<StoredRequest | undefined>

  /**
   * Requests of a bin with `after < seq < before`, ascending or descending, at most `limit`.
   * A record that cannot be read back is left out and counted as corrupt, never returned wrong.
   */
  range(bin: string, query: RangeQuery): Promise<StoredRequest[]>

  /** The same with the bodies: for searching and exporting many at once. */
  read(bin: string, query: RangeQuery): Promise<StoredEntry[]>

  /** The kept bytes of a body. `undefined` where the request is not held. @throws StoreError `corrupt` */
  body(bin: string, seq: number): Promise<Buffer | undefined>

  /** The same as a stream, for bodies of any size. */
  bodyStream(bin: string, seq: number): Promise<Readable | undefined>

  /** Position and counts of a bin, from memory. `undefined` for an unknown bin. */
  state(bin: string): BinState | undefined

  /** Pin, unpin, note. Resolves when durable. @returns false where the request is not held. */
  mark(bin: string, seq: number, mark: Partial<RequestMark>): Promise<boolean>
  marks(bin: string, seq: number): RequestMark

  /** Removes requests for good: resolves when their bytes are gone from disk. @returns how many. */
  remove(bin: string, seqs: number[] | 'all'): Promise<number>

  /** Notes a connection that the HTTP parser refused, where it can be tied to a bin. */
  reject(bin: string): void

  /**
   * Calls back soon after each change of a bin, in order, several appends at once where they came
   * together; the callback must not block. What was appended is acknowledged first. @returns stops it.
   */
  subscribe(bin: string, listener: (change: StoreChange) => void): () => void

  /** Whether appends are accepted now, for `/api/health`. */
  health(): StoreHealth

  /** Writes what is pending and lets go of the data directory. */
  close(): Promise<void>
}

export type RangeQuery = { after?: number; before?: number; limit: number; order: 'asc' | 'desc' }

/** A request with its body; `null` where that is large: `bodyStream` gives it. */
export type StoredEntry = { request: StoredRequest; body: Buffer | null }

export type BinState = {
  latest: number
  oldest: number | null
  /** Highest `seq` that retention or a clear has taken: a reader behind it has missed something. */
  horizon: number
  counts: BinCounts
}

export type RequestMark = { pinned: boolean; note: string }

export type StoreChange =
  | { type: 'appended'; latest: number }
  | { type: 'marked'; seq: number }
  | { type: 'removed'; seqs: number[] }
  | { type: 'removed'; upTo: number }
  | { type: 'bin' }
  | { type: 'bin-deleted' }

export type StoreHealth = { status: 'ok' | 'full' | 'failed'; detail?: string }

/** The rule "send every request on", as kept: with its position and what became of the others. */
export type BinForward = {
  to: string
  credentials: boolean
  /** Everything up to this number is done with. */
  after: number
  sent: number
  failed: number
  dropped: number
}

/** Settings of a bin as kept, secrets included. */
export type BinRecord = {
  id: string
  name: string
  visibility: Visibility
  /** Milliseconds since 1970. */
  createdAt: number
  expiresAt: number | null
  /** SHA-256 of the owner key, hex: the key itself is not kept. */
  ownerKeyHash: string
  /** Signing secret of account webhooks. */
  secret: string | null
  reply: BinReply
  /** Absent where it never had any. */
  ownShapes?: OwnShapes
  /** The same. */
  scenarios?: KeptScenarios
  /** Absent or `null`: nothing is sent on. */
  forward?: BinForward | null
  shares?: readonly ShareRecord[]
  /** Said of the bin as a whole; absent: nothing. */
  note?: string
  /** What was changed of it, the newest last. */
  changes?: readonly KeptChange[]
}

/** A share as kept. */
export type ShareRecord = Omit<Share, 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'hasPassword'> & {
  createdAt: number
  expiresAt: number | null
  lastUsedAt: number | null
  /** SHA-256 of its token, hex: the token itself is not kept. */
  tokenHash: string
  password: { salt: string; hash: string } | null
  /** Key of its stand-ins: each share has names of its own for what it hides. */
  maskKey: string
}

/** The small, seldom edited part: reads come from memory, changes resolve when durable. */
export interface BinCatalogue {
  get(id: string): BinRecord | undefined
  list(): BinRecord[]
  /** @throws StoreError `exists` */
  create(bin: BinRecord): Promise<void>
  /** @throws StoreError `unknown-bin` */
  update(id: string, change: Partial<Omit<BinRecord, 'id'>>): Promise<BinRecord>
  /** Deletes the bin with all its requests. @returns false where there was none. */
  delete(id: string): Promise<boolean>
}

/** Receives a large body as it arrives; counts and hashes what it keeps. */
export interface BodyWriter {
  /** Resolves when the chunk is taken: wait for it, so that memory stays bounded. @throws StoreError */
  write(chunk: Buffer): Promise<void>
  /** Ends it; the result is handed to `append`. @throws StoreError */
  finish(): Promise<BodyFile>
  /** Throws it away, also after `finish` where no request took it. */
  discard(): Promise<void>
}

/** A large body that stands complete in the store, but belongs to no request yet. */
export type BodyFile = { readonly file: string; readonly size: number; readonly sha256: string }

export type StoreErrorCode = 'full' | 'failed' | 'closed' | 'exists' | 'unknown-bin' | 'corrupt'

export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}

/** Whether something is held, but no longer what was kept. */
export function isCorrupt(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'corrupt'
}
