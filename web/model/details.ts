import type { Client } from '../../shared/client.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { problemOf } from './problems.ts'
import { createStore, type Readable } from './store.ts'

/** The request that is open beside the list. */
export type Detail =
  | { seq: number; status: 'loading' }
  | { seq: number; status: 'ready'; request: RequestDetail }
  /** Deleted, or taken by retention. */
  | { seq: number; status: 'gone' }
  | { seq: number; status: 'failed'; message: string }

export type Details = {
  current: Readable<Detail | null>
  /** Fetches a request, unless it is held already. */
  open(seq: number | null): void
  /** Fetches anew what has changed, where it is open; forgets it otherwise. */
  changed(seqs: readonly number[]): void
  removed(isGone: (seq: number) => boolean): void
}

/** Larger bodies do not come inside JSON: they are fetched as bytes and read in a worker. */
const inlineBody = 200_000

/** How many requests are held for going back and forth without waiting. */
const held = 40

/** Whole requests of a bin, one of them open. */
export function createDetails(client: Client, bin: string, key: () => string | undefined): Details {
  const cache = new Map<number, RequestDetail>()
  const current = createStore<Detail | null>(null)

  const show = (detail: Detail) => {
    if (current.get()?.seq === detail.seq) current.set(detail)
  }

  const fetchOne = async (seq: number) => {
    try {
      const ownerKey = key()
      const request = await client('readRequest', {
        params: { id: bin, seq },
        query: { inline: inlineBody },
        ...(ownerKey === undefined ? {} : { key: ownerKey }),
      })
      keep(cache, request)
      show({ seq, status: 'ready', request })
    } catch (error) {
      const { code, message } = problemOf(error)
      show(
        code === 'request-not-found' ? { seq, status: 'gone' } : { seq, status: 'failed', message },
      )
    }
  }

  return {
    current,
    open(seq) {
      if (seq === null) return current.set(null)
      if (current.get()?.seq === seq && current.get()?.status !== 'failed') return undefined
      const request = cache.get(seq)
      current.set(request ? { seq, status: 'ready', request } : { seq, status: 'loading' })
      if (!request) void fetchOne(seq)
    },
    changed(seqs) {
      for (const seq of seqs) {
        cache.delete(seq)
        if (current.get()?.seq === seq) void fetchOne(seq)
      }
    },
    removed(isGone) {
      for (const seq of cache.keys()) if (isGone(seq)) cache.delete(seq)
      const open = current.get()
      if (open && isGone(open.seq)) current.set({ seq: open.seq, status: 'gone' })
    },
  }
}

function keep(cache: Map<number, RequestDetail>, request: RequestDetail): void {
  cache.delete(request.seq)
  cache.set(request.seq, request)
  const oldest = cache.keys().next()
  if (cache.size > held && !oldest.done) cache.delete(oldest.value)
}
