import { decodeBody } from '../../shared/events/decode.ts'
import type { EventSummary } from '../../shared/events/verdict.ts'
import { detached } from '../../shared/observed/detached.ts'
import type {
  RequestDetail,
  RequestSummary,
  SignatureResult,
  StoredRequest,
} from '../../shared/request.ts'
import type { JsonRoot, SearchSubject } from '../../shared/search/subject.ts'
import type { ControlDeps } from '../http/deps.ts'
import { isCorrupt, type StoredEntry } from '../store/store.ts'
import { contentFor, type DetailParts, type Findings, inlineLimit, viewDetail } from './detail.ts'
import { documentsOf, type EventDocument } from './documents.ts'
import { type Content, contentOf, inspect, type Inspected, isTooLarge } from './inspect.ts'
import { Lru } from './lru.ts'
import { judgeByOwn, undescribedLayer } from './own.ts'
import { judgedAsPrinted, judgedUnseen, type Originals } from './original.ts'
import { signatureOf } from './signature.ts'
import { createSourceReader } from './source.ts'
import { subjectOf } from './subject.ts'
import { summarize, type Derived } from './summary.ts'
import { createTurns } from './turns.ts'

const remembered = 20_000

/** Bodies of more bytes than these are not judged again for each look at them. */
const longBody = 64 * 1024
/** How many of those are remembered with all their findings: more than a page of the list. */
const rememberedLong = 300

/** Turns stored requests into what the API gives. Never on the way of a capture. */
export class Inspector {
  readonly #deps: ControlDeps
  readonly #derived = new Lru<Derived>(remembered)
  readonly #long = new Lru<Findings>(rememberedLong)
  readonly #sourceOf: ReturnType<typeof createSourceReader>

  readonly #originals: Originals

  /** @param originals where requests are shown with parts hidden: what these parts told */
  constructor(deps: ControlDeps, originals: Originals = () => undefined) {
    this.#deps = deps
    this.#originals = originals
    this.#sourceOf = createSourceReader(deps.config.trustProxy)
  }

  /**
   * Rows of the list; each request is judged once and remembered. One whose body is damaged keeps
   * its row, and is judged as if it had none.
   */
  async summaries(entries: readonly StoredEntry[]): Promise<RequestSummary[]> {
    const rows: RequestSummary[] = []
    const turn = createTurns()
    for (const entry of entries) {
      await turn()
      rows.push(await this.summary(entry))
    }
    return rows
  }

  async summary(entry: StoredEntry): Promise<RequestSummary> {
    const { request } = entry
    const known = this.#derived.get(this.#keyOf(request))
    const derived = known ?? this.#derivedOf(request, await this.#contentOf(entry))
    return summarize(request, derived, this.#markOf(request))
  }

  /**
   * The whole request. @throws StoreError `corrupt` where its body is damaged
   * @param inline largest body that is given with it, in bytes
   */
  async detail(entry: StoredEntry, inline = inlineLimit): Promise<RequestDetail> {
    const { request } = entry
    const key = this.#keyOf(request)
    const mark = this.#markOf(request)
    const derived = this.#derived.get(key)
    const findings = this.#long.get(key)
    const view = (
      derived: Derived,
      parts: Pick<DetailParts, 'findings' | 'content' | 'signature'>,
    ) =>
      viewDetail(request, {
        summary: summarize(request, derived, mark),
        notes: mark.note,
        withheld: this.#originals(request)?.withheld ?? undefined,
        ...parts,
      })
    if (derived && findings && request.storedSize > inline && !this.#secretOf(request)) {
      const signature = this.#signatureOf(request, Buffer.alloc(0), null)
      return view(derived, { findings, content: {}, signature })
    }
    const body = await this.#bodyOf(entry)
    const inspected = this.#judge(request, await contentOf(request, body))
    return view(this.#remember(key, request, inspected), {
      findings: findingsOf(inspected),
      content: isTooLarge(request) ? {} : contentFor(inspected, body, inline),
      signature: this.#signatureOf(request, body, inspected.judgement.text),
    })
  }

  /** A request as searches see it. */
  async subject(entry: StoredEntry): Promise<SearchSubject> {
    const { request } = entry
    const body = await this.#readableOf(entry)
    const content = await contentOf(request, body)
    return subjectOf({
      request,
      content: content.bytes,
      mark: this.#markOf(request),
      derived: () => this.#derivedOf(request, content),
      signature: (text) => this.#signatureOf(request, body, text).status,
    })
  }

  /** Every event of a request with its place in the JSON; none in what is no JSON. */
  async documents(entry: StoredEntry): Promise<EventDocument[]> {
    const { request } = entry
    const content = await this.#contentOf(entry)
    const { contentType, events } = this.#derivedOf(request, content)
    if (events.length === 0) return []
    const { text } = decodeBody(content.bytes, contentType)
    return documentsOf(events, text, request.rawHeaders)
  }

  /** The JSON value of a request that no document describes; `null` for all other requests. */
  async undescribed(entry: StoredEntry): Promise<JsonRoot | null> {
    const { judgement } = inspect(entry.request, await this.#contentOf(entry))
    return undescribedLayer(judgement, entry.request.rawHeaders)
  }

  #derivedOf(request: StoredRequest, content: Content): Derived {
    const key = this.#keyOf(request)
    const known = this.#derived.get(key)
    return known ?? this.#remember(key, request, this.#judge(request, content))
  }

  async #contentOf(entry: StoredEntry): Promise<Content> {
    return contentOf(entry.request, await this.#readableOf(entry))
  }

  /** By the documents, and where these are silent by the shapes of the bin. */
  #judge(request: StoredRequest, content: Content): Inspected {
    const original = this.#originals(request)
    const read = inspect(request, content)
    if (original?.withheld) return judgedUnseen(read, original.verdict)
    const inspected = original ? judgedAsPrinted(read, original.verdict) : read
    const shapes = this.#deps.store.bins.get(request.bin)?.ownShapes?.shapes ?? []
    const judgement = judgeByOwn(inspected.judgement, request.rawHeaders, shapes, () =>
      subjectOf({
        request,
        content: content.bytes,
        mark: { pinned: false, note: '' },
        derived: () => this.#derive(request, inspected),
        signature: () => 'unchecked',
      }),
    )
    return { ...inspected, judgement }
  }

  #derive(request: StoredRequest, { contentType, judgement }: Inspected): Derived {
    const { event, events, verdict, issues, issueCount } = judgement
    const codes = [...new Set(issues.map((issue) => issue.code))]
    const source = this.#originals(request)?.source ?? this.#sourceOf(request)
    return { contentType, event, events, verdict, codes, issueCount, source }
  }

  #remember(key: string, request: StoredRequest, inspected: Inspected): Derived {
    const { event, events, ...rest } = this.#derive(request, inspected)
    const kept = events.map(detachedEvent)
    const derived = { ...rest, event: event && (kept[0] ?? null), events: kept }
    this.#derived.set(key, derived)
    if (request.storedSize > longBody) this.#long.set(key, structuredClone(findingsOf(inspected)))
    return derived
  }

  /**
   * A bin made anew under an old id counts from 1 again: its time tells them apart. Where its own
   * shapes have changed since, a request is judged anew.
   */
  #keyOf({ bin, seq, receivedAt }: StoredRequest): string {
    const revision = this.#deps.store.bins.get(bin)?.ownShapes?.revision ?? 0
    return `${bin}.${seq}.${receivedAt}.${revision}`
  }

  #markOf({ bin, seq }: StoredRequest) {
    return this.#deps.store.marks(bin, seq)
  }

  #signatureOf(request: StoredRequest, body: Buffer, text: string | null): SignatureResult {
    const original = this.#originals(request)
    if (original) return original.signature
    return signatureOf(request, body, text, this.#secretOf(request))
  }

  #secretOf({ bin }: StoredRequest): string | null {
    return this.#deps.store.bins.get(bin)?.secret ?? null
  }

  /** The kept bytes; none where they are damaged, so that one request does not hide all others. */
  async #readableOf(entry: StoredEntry): Promise<Buffer> {
    try {
      return await this.#bodyOf(entry)
    } catch (error) {
      if (isCorrupt(error)) return Buffer.alloc(0)
      throw error
    }
  }

  /**
   * The kept bytes; none where the request has just been deleted, or they are too many to be looked
   * into. @throws StoreError
   */
  async #bodyOf({ request, body }: StoredEntry): Promise<Buffer> {
    if (isTooLarge(request)) return Buffer.alloc(0)
    return body ?? (await this.#deps.store.body(request.bin, request.seq)) ?? Buffer.alloc(0)
  }
}

function findingsOf({ contentType, encoding, judgement }: Inspected): Findings {
  const { charset, events, issues } = judgement
  return { contentType, charset, events, issues, ...(encoding && { encoding }) }
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
