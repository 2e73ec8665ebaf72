import { Readable } from 'node:stream'
import { inspectedOriginal } from './original.ts'
import type { Original, Originals } from '../inspect/original.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { Lru } from '../inspect/lru.ts'
import { createTurns } from '../inspect/turns.ts'
import type { StoredRequest } from '../../shared/request.ts'
import {
  isCorrupt,
  type BinCatalogue,
  type BinState,
  type RangeQuery,
  type RequestMark,
  type ShareRecord,
  type Store,
  type StoreChange,
  type StoredEntry,
} from '../store/store.ts'
import { maskValues } from '../../shared/mask/values.ts'
import type { JsonSchema } from '../../shared/events/schema.ts'
import type { OwnShapes } from '../../shared/own-shape/own-shape.ts'
import { createMask, type Mask, type MaskedEntry } from './mask-entry.ts'
import type { MaskedEntries } from './masked-entries.ts'
import type { SharedScenarios } from './scenarios.ts'
import { readOnlyBins, refuse, sharedRecord } from './shared-record.ts'
import { membersOf, pick, type Members } from './members.ts'

const remembered = 5_000

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
  readonly #inspector: Inspector
  readonly #bin: string
  readonly #id: string
  readonly #mask: Mask
  readonly #masked: MaskedEntries
  readonly #members: Members | null
  readonly #known = new Lru<Pick<MaskedEntry, 'literals'>>(remembered)
  readonly #originals = new WeakMap<StoredRequest, Original>()
  readonly #listeners = new Set<(change: StoreChange) => void>()
  readonly #unsubscribe: () => void
  #shapes: number
  /** Shapes as they are shown, made once for each revision. */
  #shown: { own: OwnShapes; shapes: OwnShapes } | undefined

  constructor({ store, inspector, bin, share, masked, scenarios }: Sources) {
    this.#store = store
    this.#inspector = inspector
    this.#bin = bin
    this.#id = share.id
    this.#mask = createMask(share, bin)
    this.#masked = masked
    this.#members = membersOf(inspector, bin, share, () => scenarios.seqs())
    this.#shapes = this.#shapesRevision()
    this.#unsubscribe = store.subscribe(bin, (change) => void this.#onChange(change))
    this.bins = readOnlyBins((id) => {
      const record = id === share.id ? store.bins.get(bin) : undefined
      const shapes = record?.ownShapes && this.#shapesOf(record.ownShapes)
      return record && sharedRecord(record, share, { text: this.#mask.text, shapes })
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

  readonly originals: Originals = (request) => this.#originals.get(request)

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
      shown.push(await this.#view(entry))
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
    if (note === '') return { pinned, note }
    // Whoever asks for marks has just read the request: what is personal in it is known.
    const known = this.#known.get(String(seq))
    return { pinned, note: known ? this.#mask.text(note, known.literals) : '' }
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
      if (entry && found.push(await this.#view(entry)) >= query.limit) break
    }
    return found
  }

  async #entry(bin: string, seq: number): Promise<MaskedEntry | undefined> {
    if (bin !== this.#id) return undefined
    await this.#members?.catchUp()
    if (this.#members && !this.#members.seqs.includes(seq)) return undefined
    const request = await this.#store.get(this.#bin, seq)
    return request && this.#show({ request, body: null })
  }

  async #view(entry: StoredEntry): Promise<StoredEntry> {
    const { head, body } = await this.#show(entry)
    return { request: head, body: body ?? entry.body }
  }

  async #show(entry: StoredEntry): Promise<MaskedEntry> {
    const { request } = entry
    const readBody = async () => entry.body ?? (await this.#bodyOf(request))
    const masked = await this.#masked.of(this.#id, this.#mask, request, readBody)
    const { judged, source, signature } = await inspectedOriginal(this.#inspector, entry)
    const original: Original = {
      source: { ...source, ip: this.#mask.ip(source.ip) },
      signature: { status: signature },
      verdict: judged,
      withheld: masked.withheld,
    }
    this.#originals.set(masked.head, original)
    this.#known.set(String(request.seq), { literals: masked.literals })
    return masked
  }

  /** `null` where it is too large to be masked, or damaged. */
  async #bodyOf(request: StoredRequest): Promise<Buffer | null> {
    if (request.storedSize > 16 * 1024 * 1024) return null
    try {
      return (await this.#store.body(this.#bin, request.seq)) ?? Buffer.alloc(0)
    } catch (error) {
      if (isCorrupt(error)) return null
      throw error
    }
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

  /** A shape may have been made of a request: its names and values are hidden as there. */
  #shapesOf(own: OwnShapes): OwnShapes {
    if (this.#shown?.own !== own) {
      const hide = (text: string) => this.#mask.text(text)
      const shapes = own.shapes.map((shape) => ({
        ...shape,
        name: hide(shape.name),
        // Texts stay texts, so it stays a schema.
        schema: maskValues(shape.schema, hide) as JsonSchema,
      }))
      this.#shown = { own, shapes: { ...own, shapes } }
    }
    return this.#shown.shapes
  }

  #shapesRevision(): number {
    return this.#store.bins.get(this.#bin)?.ownShapes?.revision ?? 0
  }
}
