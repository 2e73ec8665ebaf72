import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LiveFrame } from '../../shared/live.ts'
import type { ControlDeps } from '../http/deps.ts'
import { viewBin } from '../inspect/bin.ts'
import type { Inspector } from '../inspect/inspector.ts'
import type { StoreChange } from '../store/store.ts'
import { createPace } from './pace.ts'
import { createShare } from '../inspect/share.ts'

/** A frame ready to be sent, the same bytes for every reader. */
export type Page = { frame: Buffer; last: number }

/** What a feed tells its readers; woken, they fetch at their own speed. */
export interface FeedReader {
  /** Something may be there to send. */
  wake(): void
  note(change: StoreChange): void
  noteBin(): void
  /** What became of the run of a scenario. */
  noteOutcome(id: string, frame: Buffer): void
}

type RunOutcome = Omit<Extract<LiveFrame, { type: 'scenario' }>, 'type'>

/** What becomes of the runs of a bin's scenarios. */
export type RunOutcomes = {
  /** Tells it now and as it changes. @returns stops it */
  watch: (bin: string, tell: (outcome: RunOutcome) => void) => () => void
}

/** `runs` is left out where scenarios are not shown. */
export type FeedSources = {
  deps: ControlDeps
  inspector: Inspector
  runs?: RunOutcomes | undefined
}

const pageSize = 100
const pagesKept = 8
const binPause = 250
/** So many are sent to before others have their turn: about a millisecond. */
const readersAtOnce = 50

/**
 * The live stream of one bin, shared by its readers: a cursor is all that a reader keeps, and what
 * several ask for at the same position is read, judged and written as JSON once.
 */
export class Feed {
  readonly #deps: ControlDeps
  readonly #inspector: Inspector
  readonly #bin: string
  readonly #readers = new Set<FeedReader>()
  readonly #pages = new Map<string, Promise<Page | null>>()
  readonly #pace = createPace(() => this.#wakeAll())
  readonly #share = createShare()
  readonly #stop: () => void
  readonly #stopRuns: (() => void) | undefined
  /** The last outcome of each run, for readers that come later. */
  readonly #outcomes = new Map<string, Buffer>()
  #binTimer: NodeJS.Timeout | undefined
  #binFrame: Buffer | null = null

  constructor({ deps, inspector, runs }: FeedSources, bin: string) {
    this.#deps = deps
    this.#inspector = inspector
    this.#bin = bin
    this.#stop = deps.store.subscribe(bin, (change) => this.#onChange(change))
    this.#stopRuns = runs?.watch(bin, (outcome) => this.#tellOutcome(outcome))
  }

  join(reader: FeedReader): void {
    this.#readers.add(reader)
    for (const [id, frame] of this.#outcomes) reader.noteOutcome(id, frame)
  }

  /** @returns whether the feed has no reader left, and has stopped. */
  leave(reader: FeedReader): boolean {
    this.#readers.delete(reader)
    if (this.#readers.size > 0) return false
    this.#stop()
    this.#stopRuns?.()
    this.#pace.stop()
    clearTimeout(this.#binTimer)
    return true
  }

  /** The next requests after a position; `null` where there are none yet. */
  page(after: number): Promise<Page | null> {
    const latest = this.#deps.store.state(this.#bin)?.latest ?? 0
    if (after >= latest) return Promise.resolve(null)
    const key = `${after}-${latest}`
    const known = this.#pages.get(key)
    if (known) return known
    const page = this.#share(() => this.#readPage(after))
    // Readers at the same place ask at about the same time; older pages are read again if need be.
    if (this.#pages.size >= pagesKept) this.#pages.clear()
    this.#pages.set(key, page)
    page.catch(() => this.#pages.delete(key))
    return page
  }

  /** The bin as it stands; `null` where it is gone. */
  binFrame(): Buffer | null {
    const record = this.#deps.store.bins.get(this.#bin)
    if (!record) return null
    return (this.#binFrame ??= toFrame({ type: 'bin', bin: viewBin(this.#deps, record) }))
  }

  async #readPage(after: number): Promise<Page | null> {
    const { store } = this.#deps
    const record = store.bins.get(this.#bin)
    const entries = await store.read(this.#bin, { after, limit: pageSize, order: 'asc' })
    const last = entries.at(-1)?.request.seq
    if (!record || last === undefined) return null
    const requests = await this.#inspector.summaries(entries)
    return { frame: toFrame({ type: 'requests', requests }), last }
  }

  #onChange(change: StoreChange): void {
    for (const reader of this.#readers) reader.note(change)
    if (change.type !== 'appended') this.#pages.clear()
    if (change.type === 'appended') this.#pace.arrived(change.latest, this.#readers.size)
    else this.#pace.soon()
    this.#binTimer ??= setTimeout(() => this.tellBin(), binPause)
  }

  #tellOutcome(outcome: RunOutcome): void {
    const frame = toFrame({ type: 'scenario', ...outcome })
    this.#outcomes.set(outcome.id, frame)
    for (const reader of this.#readers) reader.noteOutcome(outcome.id, frame)
    this.#pace.soon()
  }

  /** Tells every reader the bin anew. */
  tellBin(): void {
    clearTimeout(this.#binTimer)
    this.#binTimer = undefined
    this.#binFrame = null
    for (const reader of this.#readers) reader.noteBin()
    this.#pace.soon()
  }

  /** A few in each turn: who sends meanwhile has the reply before the others have their frames. */
  async #wakeAll(): Promise<void> {
    let woken = 0
    for (const reader of this.#readers) {
      reader.wake()
      woken += 1
      if (woken % readersAtOnce === 0) await nextTurn()
    }
  }
}

/** A frame as it goes over the wire. */
export function toFrame(frame: LiveFrame): Buffer {
  return Buffer.from(JSON.stringify(frame))
}
