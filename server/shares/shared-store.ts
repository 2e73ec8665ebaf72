import { Readable } from 'node:stream'
import type { StoredRequest } from '../../shared/request.ts'
import type { Originals } from '../inspect/original.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { createTurns } from '../inspect/turns.ts'
import type {
  BinCatalogue,
  BinState,
  RangeQuery,
  RequestMark,
  ShareRecord,
  Store,
  StoreChange,
  StoredEntry,
} from '../store/store.ts'
import { createMask, type MaskedEntry } from './mask-entry.ts'
import type { MaskedEntries } from './masked-entries.ts'
import { membersOf, pick, type Members } from './members.ts'
import type { SharedScenarios } from './scenarios.ts'
import { readOnlyBins, refuse, sharedRecord } from './shared-record.ts'
import { ShownEntries } from './shown-entries.ts'
import { createShownShapes } from './shown-shapes.ts'

type Sources = {
  store: Store
  inspector: Inspector
  bin: string
  share: ShareRecord
  masked: MaskedEntries
  scenarios: Pick<SharedScenarios, 'seqs'>
}

/**
 * A bin as a share shows it, behind the same port as the store itself: only the requests of the
 * share, under its own id, masked, and not to be changed. Whatever reads through this can give away
 * no more than this holds: lists, searches, exports, frames and statistics need no rule of their own.
 */
export class SharedStore implements Store {
  readonly bins: BinCatalogue
  readonly #store: Store
  readonly #bin: string
  readonly #id: string
  readonly #shown: ShownEntries
  readonly #members: Members | null
  readonly #listeners = new Set<(change: StoreChange) => void>()
  readonly #unsubscribe: () => void
  #shapes: number

  constructor({ store, inspector, bin, share, masked, scenarios }: Sources) {
    this.#store = store
    this.#bin = bin
    this.#id = share.id
    const mask = createMask(share, bin)
    this.#shown = new ShownEntries({ store, inspector, id: share.id, mask, masked })
    this.#members = membersOf(inspector, bin, share, () => scenarios.seqs())
    this.#shapes = this.#shapesRevision()
    this.#unsubscribe = store.subscribe(bin, (change) => void this.#onChange(change))
    const shapesOf = createShownShapes((text) => mask.text(text))
    this.bins = readOnlyBins((id) => {
      const record = id === share.id ? store.bins.get(bin) : undefined
      const shapes = record?.ownShapes && shapesOf(record.ownShapes)
      return record && sharedRecord(record, share, { text: mask.text, shapes })
    })
  }

  /** Resolves when it is known which requests there are. */
  async ready(): Promise<void> {
    await this.#members?.catchUp()
  }

  end(): void {
    this.#unsubscribe()
    this.#listeners.clear()
  }

  readonly originals: Originals = (request) => this.#shown.originals(request)

  async get(bin: string, seq: number): Promise<StoredRequest | undefined> {
    return (await this.#entry(bin, seq))?.head
  }

  async range(bin: string, query: RangeQuery): Promise<StoredRequest[]> {
    return (await this.read(bin, query)).map(({ request }) => request)
  }

  async read(bin: string, query: RangeQuery): Promise<StoredEntry[]> {
    if (bin !== this.#id) return []
    if (this.#members) return this.#readMembers(this.#members, query)
    const entries = await this.#store.read(this.#bin, query)
    const shown: StoredEntry[] = []
    const turn = createTurns()
    for (const entry of entries) {
      await turn()
      shown.push(await this.#shown.view(entry))
    }
    return shown
  }

  async body(bin: string, seq: number): Promise<Buffer | undefined> {
    const entry = await this.#entry(bin, seq)
    return entry && (entry.body ?? this.#store.body(this.#bin, seq))
  }

  async bodyStream(bin: string, seq: number): Promise<Readable | undefined> {
    const entry = await this.#entry(bin, seq)
    if (!entry) return undefined
    if (entry.body) return Readable.from([entry.body], { objectMode: false })
    return this.#store.bodyStream(this.#bin, seq)
  }

  state(bin: string): BinState | undefined {
    const state = bin === this.#id ? this.#store.state(this.#bin) : undefined
    if (!state || !this.#members) return state
    const { seqs } = this.#members
    const none = { bytes: 0, evicted: 0, truncated: 0, aborted: 0, rejected: 0 }
    return {
      latest: seqs.at(-1) ?? 0,
      oldest: seqs[0] ?? null,
      horizon: Math.min(state.horizon, seqs.at(-1) ?? 0),
      counts: { requests: seqs.length, ...none },
    }
  }

  marks(_bin: string, seq: number): RequestMark {
    const { pinned, note } = this.#store.marks(this.#bin, seq)
    // Whoever asks for marks has just read the request: what is personal in it is known.
    return { pinned, note: this.#shown.note(seq, note) }
  }

  subscribe(bin: string, listener: (change: StoreChange) => void): () => void {
    if (bin === this.#id) this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  health = () => this.#store.health()
  append = refuse
  openBody = refuse
  mark = refuse
  remove = refuse
  reject = () => {}
  close = async () => {}

  async #readMembers(members: Members, query: RangeQuery): Promise<StoredEntry[]> {
    await members.catchUp()
    const found: StoredEntry[] = []
    for (const seq of pick(members, query)) {
      const [entry] = await this.#store.read(this.#bin, {
        after: seq - 1,
        before: seq + 1,
        limit: 1,
        order: 'asc',
      })
      if (entry && found.push(await this.#shown.view(entry)) >= query.limit) break
    }
    return found
  }

  async #entry(bin: string, seq: number): Promise<MaskedEntry | undefined> {
    if (bin !== this.#id) return undefined
    await this.#members?.catchUp()
    if (this.#members && !this.#members.seqs.includes(seq)) return undefined
    const request = await this.#store.get(this.#bin, seq)
    return request && this.#shown.show({ request, body: null })
  }

  async #onChange(change: StoreChange): Promise<void> {
    const mine = change.type === 'removed' ? this.#forget(change) : change
    if (!mine) return
    if (change.type === 'bin' && this.#shapes !== this.#shapesRevision()) {
      this.#shapes = this.#shapesRevision()
      this.#members?.restart()
    }
    if (mine.type === 'marked' && this.#members && !this.#members.seqs.includes(mine.seq)) return
    const isMine = change.type !== 'appended' || !this.#members || (await this.#members.catchUp())
    const latest = this.state(this.#id)?.latest ?? 0
    if (!isMine) return
    const told = mine.type === 'appended' ? { ...mine, latest } : mine
    for (const listener of this.#listeners) listener(told)
  }

  /** @returns what of a removal the share's viewers may know; `null`: nothing */
  #forget(change: Extract<StoreChange, { type: 'removed' }>): StoreChange | null {
    if (!this.#members) return change
    const isGone = (seq: number) =>
      'upTo' in change ? seq <= change.upTo : change.seqs.includes(seq)
    const seqs = this.#members.seqs.filter(isGone)
    this.#members.forget(isGone)
    return seqs.length > 0 ? { type: 'removed', seqs } : null
  }

  #shapesRevision(): number {
    return this.#store.bins.get(this.#bin)?.ownShapes?.revision ?? 0
  }
}
