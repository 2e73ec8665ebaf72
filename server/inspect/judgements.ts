import type { EventSummary } from '../../shared/events/verdict.ts'
import { detached } from '../../shared/observed/detached.ts'
import type { StoredRequest } from '../../shared/request.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { StoredEntry } from '../store/store.ts'
import type { Bodies } from './bodies.ts'
import { findingsOf, type Findings } from './detail.ts'
import {
  contentOf,
  inspect,
  isTooLarge,
  outlineOf,
  type Content,
  type Inspected,
} from './inspect.ts'
import { Lru } from './lru.ts'
import { judgedAsPrinted, judgedUnseen, type Originals } from './original.ts'
import { judgeByOwn } from './own.ts'
import { createSourceReader } from './source.ts'
import { subjectOf } from './subject.ts'
import type { Derived } from './summary.ts'

const remembered = 20_000

/** Bodies of more bytes than these are not judged again for each look at them. */
const longBody = 64 * 1024
/** How many of those are remembered with all their findings: more than a page of the list. */
const rememberedLong = 300

/** Bytes of bodies below which judging takes less time than handing them to another thread. */
const worthTheWay = 16 * 1024
/** Bytes of bodies that are read and handed over at once. */
const atOnce = 2 ** 20

/** A request with what is to be judged of it. */
type Read = { request: StoredRequest; content: Content }

/** All that was found in a request. */
export type Known = { derived: Derived; findings: Findings }

/** What requests were found to be: each is judged once, and remembered. */
export class Judgements {
  readonly #deps: ControlDeps
  readonly #bodies: Bodies
  readonly #originals: Originals
  readonly #derived = new Lru<Derived>(remembered)
  readonly #long = new Lru<Findings>(rememberedLong)
  readonly #sourceOf: ReturnType<typeof createSourceReader>

  constructor(deps: ControlDeps, bodies: Bodies, originals: Originals) {
    this.#deps = deps
    this.#bodies = bodies
    this.#originals = originals
    this.#sourceOf = createSourceReader(deps.config.trustProxy)
  }

  /** What is remembered for rows and searches. */
  known(request: StoredRequest): Derived | undefined {
    return this.#derived.get(this.#keyOf(request))
  }

  /** What is remembered for rows and searches, or found now. */
  of(request: StoredRequest, content: Content): Derived {
    return this.known(request) ?? this.now(request, content).derived
  }

  /** All that is found in a body now. */
  now(request: StoredRequest, content: Content): Known {
    const inspected = this.#judge(request, content)
    return { derived: this.#remember(request, inspected), findings: findingsOf(inspected) }
  }

  /**
   * All that is found in a long body, remembered or judged by the other thread.
   * @returns `undefined` for any other, and where that thread cannot do it
   * @throws StoreError `corrupt`
   */
  async ofLong(entry: StoredEntry): Promise<Known | undefined> {
    const { request } = entry
    if (!isLong(request)) return undefined
    if (!this.#long.get(this.#keyOf(request)) && this.#mayGoApart(request)) {
      const content = await contentOf(request, await this.#bodies.of(entry))
      await this.#judgeApart([{ request, content }])
    }
    const derived = this.known(request)
    const findings = this.#long.get(this.#keyOf(request))
    return derived && findings && { derived, findings }
  }

  /** By the documents, and where these are silent by the shapes of the bin. */
  #judge(request: StoredRequest, content: Content): Inspected {
    const original = this.#originals(request)
    const read = inspect(request, content)
    if (original?.withheld) return judgedUnseen(read, original.verdict)
    const inspected = original ? judgedAsPrinted(read, original.verdict) : read
    const judgement = judgeByOwn(
      inspected.judgement,
      request.rawHeaders,
      this.#shapesOf(request),
      (part) =>
        subjectOf({
          request,
          content: content.bytes,
          mark: { pinned: false, note: '' },
          derived: () => this.#derive(request, inspected),
          signature: () => 'unchecked',
          part,
        }),
    )
    return { ...inspected, judgement }
  }

  #remember(request: StoredRequest, inspected: Inspected): Derived {
    const { event, events, ...rest } = this.#derive(request, inspected)
    const kept = events.map(detachedEvent)
    const derived = { ...rest, event: event && (kept[0] ?? null), events: kept }
    const key = this.#keyOf(request)
    this.#derived.set(key, derived)
    if (isLong(request)) this.#long.set(key, structuredClone(findingsOf(inspected)))
    return derived
  }

  /**
   * Has requests that are not known yet judged by another thread, where there is one and they are
   * worth the way; what it leaves is judged when it is asked for.
   */
  async prepare(entries: readonly StoredEntry[]): Promise<void> {
    const open = entries.filter(({ request }) => this.#mayGoApart(request) && !this.known(request))
    if (storedSize(open) < worthTheWay) return
    let batch: Read[] = []
    let size = 0
    for (const entry of open) {
      const content = await this.#bodies.content(entry)
      batch.push({ request: entry.request, content })
      size += content.bytes.length
      if (size < atOnce) continue
      await this.#judgeApart(batch)
      batch = []
      size = 0
    }
    if (batch.length > 0) await this.#judgeApart(batch)
  }

  async #judgeApart(batch: readonly Read[]): Promise<void> {
    // Taken first: what is changed meanwhile has requests judged anew.
    const asked = batch.map((read) => ({ ...read, key: this.#keyOf(read.request) }))
    const judged = await this.#deps.judging?.judge({
      requests: batch.map(({ request, content }) => ({
        rawHeaders: request.rawHeaders,
        size: content.bytes.length,
        wantsIssues: isLong(request),
      })),
      bodies: joined(batch),
    })
    for (const [index, { outline, charset, issues, mayBeOwn }] of (judged ?? []).entries()) {
      const { request, content, key } = asked[index] ?? {}
      if (!request || !content || key === undefined) continue
      if (mayBeOwn && this.#shapesOf(request).length > 0) continue
      this.#derived.set(key, { ...outline, source: this.#sourceOf(request) })
      const { contentType, events } = outline
      const { encoding } = content
      if (!issues) continue
      this.#long.set(key, { contentType, charset, events, issues, ...(encoding && { encoding }) })
    }
  }

  /** Whether the other thread may judge a request: nothing but the documents counts for it. */
  #mayGoApart(request: StoredRequest): boolean {
    const hasThread = this.#deps.judging !== undefined
    return hasThread && !isTooLarge(request) && !this.#originals(request)
  }

  #derive(request: StoredRequest, inspected: Inspected): Derived {
    const source = this.#originals(request)?.source ?? this.#sourceOf(request)
    return { ...outlineOf(inspected), source }
  }

  #shapesOf({ bin }: StoredRequest) {
    return this.#deps.store.bins.get(bin)?.ownShapes?.shapes ?? []
  }

  /**
   * A bin made anew under an old id counts from 1 again: its time tells them apart. Where its own
   * shapes have changed since, a request is judged anew.
   */
  #keyOf({ bin, seq, receivedAt }: StoredRequest): string {
    const revision = this.#deps.store.bins.get(bin)?.ownShapes?.revision ?? 0
    return `${bin}.${seq}.${receivedAt}.${revision}`
  }
}

function isLong({ storedSize }: StoredRequest): boolean {
  return storedSize > longBody
}

function storedSize(entries: readonly StoredEntry[]): number {
  return entries.reduce((sum, { request }) => sum + request.storedSize, 0)
}

/** Bodies end to end, in memory of their own. */
function joined(batch: readonly Read[]): Uint8Array<ArrayBuffer> {
  const size = batch.reduce((sum, { content }) => sum + content.bytes.length, 0)
  const bytes = new Uint8Array(size)
  let end = 0
  for (const { content } of batch) {
    bytes.set(content.bytes, end)
    end += content.bytes.length
  }
  return bytes
}

/** A copy, since a text that was cut out of a body keeps the whole body in memory. */
function detachedEvent({ contact, occurredAt, type, ...rest }: EventSummary): EventSummary {
  const { id, email } = contact
  return {
    ...rest,
    type: detached(type),
    occurredAt: occurredAt === null ? null : detached(occurredAt),
    contact: {
      ...(id === undefined ? {} : { id: typeof id === 'string' ? detached(id) : id }),
      ...(email === undefined ? {} : { email: detached(email) }),
    },
  }
}
