import type { ListQuery, RequestList } from '../../shared/request-list.ts'
import type { Bin } from '../../shared/bin.ts'
import type { Client } from '../../shared/client.ts'
import type { LiveFrame } from '../../shared/live.ts'
import type { RequestSummary } from '../../shared/request.ts'
import { createBatch, type Batch } from './batch.ts'
import { createBinReader, type BinReader } from './bin-reader.ts'
import { firstState, type BinState } from './bin-state.ts'
import { Connection, type Socket } from './connection.ts'
import { createDeletions, isDeleted, type Deleted } from './deletions.ts'
import { createDetails, type Details } from './details.ts'
import {
  withArrivals,
  withChanged,
  withFirstPage,
  withNewPage,
  withOlderPage,
  withRemoved,
  type Inbox,
} from './inbox.ts'
import { isFinal, problemOf } from './problems.ts'
import { createSelection } from './selection.ts'
import type { SelfTestState } from './self-test.ts'
import { createFolds } from './folds.ts'
import { createStore, type Readable, type Store } from './store.ts'

export type SessionOptions = {
  client: Client
  /** Opens a WebSocket at a path of the server. */
  openSocket(path: string): Socket
  wakers: (wake: () => void) => () => void
  isOnline: () => boolean
  /** The owner key of the bin, where this browser has it. */
  key: () => string | undefined
  /** The name under which others see who looks. */
  viewerName?: () => string
  /** The token of the share through which the bin is seen. */
  token?: string | undefined
}

/** A bin that is being looked at: its first page, then everything that happens to it, live. */
export class BinSession {
  readonly id: string
  readonly state: Readable<BinState>
  readonly details: Details
  readonly selection = createSelection()
  readonly folds = createFolds()
  readonly selfTest: Store<SelfTestState> = createStore<SelfTestState>({ status: 'none' })
  readonly deletions = createDeletions({
    onHide: (deleted) => this.#hide(deleted),
    onShow: () => void this.#fetchPage(),
  })
  readonly key: () => string | undefined
  readonly #options: SessionOptions
  readonly #reader: BinReader
  readonly #state: Store<BinState> = createStore(firstState)
  readonly #arrivals: Batch<RequestSummary> = createBatch((rows) => this.#take(rows))
  #connection: Connection | null = null
  #atTop = true
  /** What was begun before the last start or stop has no say any more. */
  #run = 0
  /** Answers to an older question than the last are dropped. */
  #question = 0

  constructor(id: string, options: SessionOptions) {
    this.id = id
    this.key = options.key
    this.state = this.#state
    this.details = createDetails(options.client, id, options.key, (seq) => {
      const row = this.#state.get().inbox.rows.find((each) => each.seq === seq)
      return row?.size ?? 0
    })
    this.#options = options
    this.#reader = createBinReader(options.client, id, options.key)
  }

  /** Loads the bin and goes live; then searches, where there is something to search for. */
  async start(): Promise<void> {
    const run = ++this.#run
    try {
      const [bin, page] = await Promise.all([this.#reader.bin(), this.#reader.list({})])
      if (run !== this.#run) return
      this.#update({ bin, inbox: withFirstPage(page), loading: null, failure: null })
      this.#goLive(page.latest)
      if (this.#state.get().q !== '') await this.#fetchPage()
    } catch (error) {
      if (run === this.#run) this.#update({ failure: problemOf(error), loading: null })
    }
  }

  stop(): void {
    void this.deletions.flush()
    this.#run += 1
    this.#connection?.close()
    this.#connection = null
    this.#arrivals.cancel()
  }

  /** Shows the rows that match; an empty search shows all. */
  async search(q: string): Promise<void> {
    if (q === this.#state.get().q) return
    this.#update({ q })
    if (this.#state.get().bin) await this.#fetchPage()
  }

  async loadOlder(): Promise<void> {
    const { inbox, loading } = this.#state.get()
    if (loading !== null || inbox.next === null) return
    await this.#ask('older', { before: inbox.next }, withOlderPage)
  }

  /** Told by the list: whether its newest row is in sight. */
  setAtTop(atTop: boolean): void {
    this.#atTop = atTop
  }

  /** Changes the rows, for what the page itself has done. */
  changeInbox(change: (inbox: Inbox) => Inbox): void {
    this.#state.set((last) => {
      const inbox = this.#withoutDeleted(change(last.inbox))
      return inbox === last.inbox ? last : { ...last, inbox }
    })
  }

  /** Tells others by what name they are seen with. */
  announce(): void {
    this.#connection?.announce()
  }

  setBin(bin: Bin): void {
    this.#update({ bin })
  }

  #update(change: Partial<BinState>): void {
    const inbox = change.inbox && { inbox: this.#withoutDeleted(change.inbox) }
    this.#state.set((last) => ({ ...last, ...change, ...inbox }))
  }

  #hide(deleted: Deleted): void {
    this.changeInbox((inbox) => inbox)
    this.selection.forget((seq) => isDeleted(deleted, seq))
  }

  /** What is about to be deleted is not shown, however it got into the inbox. */
  #withoutDeleted(inbox: Inbox): Inbox {
    const pending = this.deletions.get()
    return pending ? withRemoved(inbox, pending.deleted) : inbox
  }

  #fetchPage(): Promise<void> {
    return this.#ask('page', {}, withNewPage)
  }

  async #ask(
    loading: 'page' | 'older',
    query: ListQuery,
    merge: (inbox: Inbox, page: RequestList) => Inbox,
  ): Promise<void> {
    const question = ++this.#question
    this.#update({ loading, searchFailure: null })
    try {
      const page = await this.#reader.list({ ...query, q: this.#state.get().q })
      if (question !== this.#question) return
      this.#update({ inbox: merge(this.#state.get().inbox, page), loading: null })
    } catch (error) {
      if (question !== this.#question) return
      this.#update({ loading: null, searchFailure: problemOf(error) })
    }
  }

  #goLive(after: number): void {
    this.#connection = new Connection(after, {
      open: (from) => this.#options.openSocket(this.#reader.livePath(from)),
      probe: () => this.#probe(),
      auth: () => this.#auth(),
      announce: () => ({ type: 'presence', name: this.#options.viewerName?.() ?? '' }),
      endsWith: (reason) => this.#endsWith(reason),
      onFrame: (frame) => this.#receive(frame),
      onState: (connection) => this.#noteConnection(connection),
      wakers: this.#options.wakers,
      isOnline: this.#options.isOnline,
    })
    this.#connection.start()
  }

  /** What could not be read while the server was away is read when it is back. */
  #noteConnection(connection: BinState['connection']): void {
    this.#update({ connection })
    if (connection.status !== 'live') return
    const { q, searchFailure } = this.#state.get()
    if (q !== '' && searchFailure) void this.#fetchPage()
    this.details.retry()
  }

  /** A share that has ended needs no asking again. */
  #endsWith(reason: string): boolean {
    if (reason !== 'share-ended') return false
    this.#update({ failure: { code: reason, message: '' } })
    return true
  }

  #auth(): string | undefined {
    if (this.#options.token !== undefined) return this.#options.token
    return this.#state.get().bin?.visibility === 'private' ? this.key() : undefined
  }

  async #probe(): Promise<number | null> {
    try {
      return (await this.#reader.bin()).latest
    } catch (error) {
      const failure = problemOf(error)
      if (!isFinal(failure)) throw error
      this.#update({ failure })
      return null
    }
  }

  #receive(frame: LiveFrame): void {
    switch (frame.type) {
      case 'hello':
      case 'bin':
        return this.#renewBin(frame.bin)
      case 'requests':
        return this.#arrivals.add(frame.requests)
      case 'changed':
        this.changeInbox((inbox) => withChanged(inbox, frame.requests))
        return this.details.changed(frame.requests.map(({ seq }) => seq))
      case 'scenario':
        return this.#noteOutcome(frame)
      case 'presence':
        return this.#update({ viewers: { others: frame.others, names: frame.names } })
      case 'removed':
        return this.#remove(frame)
      case 'reset':
        return void this.#fetchPage()
    }
  }

  #noteOutcome({ id, run, result }: Extract<LiveFrame, { type: 'scenario' }>): void {
    this.#update({ outcomes: new Map(this.#state.get().outcomes).set(id, { run, result }) })
  }

  /** Takes the bin as it is now; other shapes of its own judge its rows otherwise. */
  #renewBin(bin: Bin): void {
    const before = this.#state.get().bin
    this.setBin(bin)
    if (!before || before.shapesRevision === bin.shapesRevision) return
    void this.#fetchPage()
    this.details.changed(this.#state.get().inbox.rows.map(({ seq }) => seq))
  }

  #remove(removed: { seqs: number[] } | { upTo: number }): void {
    this.#arrivals.flush()
    this.changeInbox((inbox) => withRemoved(inbox, removed))
    const isGone = (seq: number) =>
      'upTo' in removed ? seq <= removed.upTo : removed.seqs.includes(seq)
    this.details.removed(isGone)
    this.selection.forget(isGone)
  }

  #take(rows: RequestSummary[]): void {
    const isSearch = this.#state.get().q !== ''
    if (isSearch) void this.#takeMatching((rows[0]?.seq ?? 1) - 1)
    else this.changeInbox((inbox) => withArrivals(inbox, rows, this.#atTop))
    this.#update({ heard: rows.at(-1)?.seq ?? 0 })
  }

  /** Which of the new ones match is for the server to say: the search looks into bodies too. */
  async #takeMatching(after: number): Promise<void> {
    const { q } = this.#state.get()
    try {
      const { requests } = await this.#reader.list({ q, after, order: 'asc' })
      if (q !== this.#state.get().q) return
      this.changeInbox((inbox) => withArrivals(inbox, requests, this.#atTop))
    } catch (error) {
      this.#update({ searchFailure: problemOf(error) })
    }
  }
}
