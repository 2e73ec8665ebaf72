import type { Client } from '../../shared/client.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { createBodyAhead, inlineBody } from './body-ahead.ts'
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
  /**
   * Fetches a request, unless it is held already.
   * @param wantsBody whether its body will be shown: a long one is fetched beside it
   */
  open(seq: number | null, wantsBody?: boolean): void
  /** The same ahead of time, where somebody is about to open it. */
  prepare: (seq: number, wantsBody: boolean) => void
  /** The body that was fetched beside a request, for one caller; `null` where none was. */
  takeBody: (seq: number) => Promise<Uint8Array> | null
  /** Fetches anew what has changed, where it is open; forgets it otherwise. */
  changed(seqs: readonly number[]): void
  removed(isGone: (seq: number) => boolean): void
  /** Fetches the open one again, where it could not be fetched. */
  retry(): void
}

/** How many requests are held for going back and forth without waiting. */
const held = 40

/**
 * Whole requests of a bin, one of them open.
 * @param sizeOf bytes of a request's body; 0 where that is not known
 */
export function createDetails(
  client: Client,
  bin: string,
  key: () => string | undefined,
  sizeOf: (seq: number) => number,
): Details {
  const cache = new Map<number, RequestDetail>()
  /** Requests that are on their way. */
  const coming = new Set<number>()
  const current = createStore<Detail | null>(null)
  const optionsOf = (seq: number) => ({ params: { id: bin, seq }, key: key() })
  const ahead = createBodyAhead((seq, signal) => client('readBody', { ...optionsOf(seq), signal }))

  const show = (detail: Detail) => {
    if (current.get()?.seq === detail.seq) current.set(detail)
  }

  const fetchOne = async (seq: number) => {
    coming.add(seq)
    try {
      const query = { inline: inlineBody }
      const request = await client('readRequest', { ...optionsOf(seq), query })
      keep(cache, request)
      show({ seq, status: 'ready', request })
    } catch (error) {
      const { code, message } = problemOf(error)
      show(
        code === 'request-not-found' ? { seq, status: 'gone' } : { seq, status: 'failed', message },
      )
    } finally {
      coming.delete(seq)
    }
  }

  const prepare = (seq: number, wantsBody: boolean) => {
    if (cache.has(seq) || coming.has(seq)) return
    void fetchOne(seq)
    ahead.fetch(seq, wantsBody ? sizeOf(seq) : 0)
  }

  return {
    current,
    takeBody: ahead.take,
    prepare,
    open(seq, wantsBody = false) {
      if (seq === null) {
        ahead.drop()
        return current.set(null)
      }
      if (current.get()?.seq === seq && current.get()?.status !== 'failed') return undefined
      const request = cache.get(seq)
      current.set(request ? { seq, status: 'ready', request } : { seq, status: 'loading' })
      if (!request) prepare(seq, wantsBody)
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
    retry() {
      const open = current.get()
      if (open?.status === 'failed') void fetchOne(open.seq)
    },
  }
}

function keep(cache: Map<number, RequestDetail>, request: RequestDetail): void {
  cache.delete(request.seq)
  cache.set(request.seq, request)
  const oldest = cache.keys().next()
  if (cache.size > held && !oldest.done) cache.delete(oldest.value)
}
