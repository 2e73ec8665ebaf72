import type { Bin } from '../../shared/bin.ts'
import type { Client } from '../../shared/client.ts'
import type { LiveFrame } from '../../shared/live.ts'
import { createBinReader, type BinReader } from './bin-reader.ts'
import { BinRows } from './bin-rows.ts'
import { firstState, type BinState } from './bin-state.ts'
import { Connection, type Socket } from './connection.ts'
import { createDeletions, isDeleted, type Deleted } from './deletions.ts'
import { createDetails, type Details } from './details.ts'
import { withChanged } from './inbox.ts'
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
  readonly rows: BinRows
  readonly details: Details
  readonly selection = createSelection()
  readonly folds = createFolds()
  readonly selfTest: Store<SelfTestState> = createStore<SelfTestState>({ status: 'none' })
  readonly deletions = createDeletions({
    onHide: (deleted) => this.#hide(deleted),
    onShow: () => void this.rows.fetchPage(),
  })
  readonly key: () => string | undefined
  readonly #options: SessionOptions
  readonly #reader: BinReader
  readonly #state: Store<BinState> = createStore(firstState)
  #connection: Connection | null = null
  /** What was begun before the last start or stop has no say any more. */
  #run = 0

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
    this.rows = new BinRows({
      reader: this.#reader,
      state: this.#state,
      deletions: () => this.deletions,
    })
  }

  /** Loads the bin and goes live; then searches, where there is something to search for. */
  async start(): Promise<void> {
    const run = ++this.#run
    try {
      const [bin, page] = await Promise.all([this.#reader.bin(), this.#reader.list({})])
      if (run !== this.#run) return
      this.#update({ bin, failure: null })
      this.rows.begin(page)
      this.#goLive(page.latest)
      if (this.#state.get().q !== '') await this.rows.fetchPage()
    } catch (error) {
      if (run === this.#run) this.#update({ failure: problemOf(error), loading: null })
    }
  }

  stop(): void {
    void this.deletions.flush()
    this.#run += 1
    this.#connection?.close()
    this.#connection = null
    this.rows.stop()
  }

  /** Tells others by what name they are seen with. */
  announce(): void {
    this.#connection?.announce()
  }

  setBin(bin: Bin): void {
    this.#update({ bin })
  }

  #update(change: Partial<Omit<BinState, 'inbox'>>): void {
    this.#state.set((last) => ({ ...last, ...change }))
  }

  #hide(deleted: Deleted): void {
    this.rows.change((inbox) => inbox)
    this.selection.forget((seq) => isDeleted(deleted, seq))
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
    this.rows.retry()
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
        return this.rows.arrive(frame.requests)
      case 'changed':
        this.rows.change((inbox) => withChanged(inbox, frame.requests))
        return this.details.changed(frame.requests.map(({ seq }) => seq))
      case 'scenario':
        return this.#noteOutcome(frame)
      case 'presence':
        return this.#update({ viewers: { others: frame.others, names: frame.names } })
      case 'removed':
        return this.#remove(frame)
      case 'reset':
        return void this.rows.fetchPage()
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
    void this.rows.fetchPage()
    this.details.changed(this.#state.get().inbox.rows.map(({ seq }) => seq))
  }

  #remove(removed: Deleted): void {
    this.rows.remove(removed)
    const isGone = (seq: number) => isDeleted(removed, seq)
    this.details.removed(isGone)
    this.selection.forget(isGone)
  }
}
