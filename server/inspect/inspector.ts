import { decodeBody } from '../../shared/events/decode.ts'
import type {
  RequestDetail,
  RequestSummary,
  SignatureResult,
  StoredRequest,
} from '../../shared/request.ts'
import type { JsonRoot, SearchSubject } from '../../shared/search/subject.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { RangeQuery, StoredEntry } from '../store/store.ts'
import { Bodies } from './bodies.ts'
import { contentFor, inlineLimit, viewDetail, type DetailParts } from './detail.ts'
import { documentsOf, type EventDocument } from './documents.ts'
import { contentOf, inspect, isTooLarge } from './inspect.ts'
import { Judgements, type Known } from './judgements.ts'
import { undescribedLayer } from './own.ts'
import type { Originals } from './original.ts'
import { scan } from './scan.ts'
import { signatureOf } from './signature.ts'
import { subjectOf } from './subject.ts'
import { summarize } from './summary.ts'
import { createTurns } from './turns.ts'

/** Turns stored requests into what the API gives. Never on the way of a capture. */
export class Inspector {
  readonly #deps: ControlDeps
  readonly #originals: Originals
  readonly #bodies: Bodies
  readonly #judgements: Judgements

  /** @param originals where requests are shown with parts hidden: what these parts told */
  constructor(deps: ControlDeps, originals: Originals = () => undefined) {
    this.#deps = deps
    this.#originals = originals
    this.#bodies = new Bodies(deps.store)
    this.#judgements = new Judgements(deps, this.#bodies, originals)
  }

  /** Requests of a bin as `scan` gives them, judged already as far as that is worth it. */
  entries(bin: string, range: Omit<RangeQuery, 'limit'>): AsyncGenerator<StoredEntry> {
    return scan(this.#deps.store, bin, range, (entries) => this.#judgements.prepare(entries))
  }

  /**
   * Rows of the list; each request is judged once and remembered. One whose body is damaged keeps
   * its row, and is judged as if it had none.
   */
  async summaries(entries: readonly StoredEntry[]): Promise<RequestSummary[]> {
    await this.#judgements.prepare(entries)
    const rows: RequestSummary[] = []
    const turn = createTurns()
    for (const entry of entries) {
      await turn()
      rows.push(await this.#row(entry))
    }
    return rows
  }

  async summary(entry: StoredEntry): Promise<RequestSummary> {
    await this.#judgements.prepare([entry])
    return this.#row(entry)
  }

  /**
   * The whole request. @throws StoreError `corrupt` where its body is damaged
   * @param inline largest body that is given with it, in bytes
   */
  async detail(entry: StoredEntry, inline = inlineLimit): Promise<RequestDetail> {
    const { request } = entry
    const known = await this.#judgements.ofLong(entry)
    if (known && request.storedSize > inline && !this.#secretOf(request)) {
      const signature = this.#signatureOf(request, Buffer.alloc(0), null)
      return this.#view(request, { ...known, content: {}, signature })
    }
    const body = await this.#bodies.of(entry)
    const content = await contentOf(request, body)
    const { derived, findings } = known ?? this.#judgements.now(request, content)
    const { contentType, charset } = findings
    const text = charset === null ? null : decodeBody(content.bytes, contentType).text
    return this.#view(request, {
      derived,
      findings,
      content: isTooLarge(request) ? {} : contentFor({ ...content, body, text, charset }, inline),
      signature: this.#signatureOf(request, body, text),
    })
  }

  /** A request as searches see it. */
  async subject(entry: StoredEntry): Promise<SearchSubject> {
    const { request } = entry
    const body = await this.#bodies.readable(entry)
    const content = await contentOf(request, body)
    return subjectOf({
      request,
      content: content.bytes,
      mark: this.#markOf(request),
      derived: () => this.#judgements.of(request, content),
      signature: (text) => this.#signatureOf(request, body, text).status,
    })
  }

  /** Every event of a request with its place in the JSON; none in what is no JSON. */
  async documents(entry: StoredEntry): Promise<EventDocument[]> {
    const { request } = entry
    const content = await this.#bodies.content(entry)
    const derived = this.#judgements.of(request, content)
    if (derived.events.length === 0) return []
    const { text } = decodeBody(content.bytes, derived.contentType)
    return documentsOf(derived, text, request.rawHeaders)
  }

  /** The JSON value of a request that no document describes; `null` for all other requests. */
  async undescribed(entry: StoredEntry): Promise<JsonRoot | null> {
    const { judgement } = inspect(entry.request, await this.#bodies.content(entry))
    return undescribedLayer(judgement, entry.request.rawHeaders)
  }

  async #row(entry: StoredEntry): Promise<RequestSummary> {
    const { request } = entry
    const known = this.#judgements.known(request)
    const derived = known ?? this.#judgements.of(request, await this.#bodies.content(entry))
    return summarize(request, derived, this.#markOf(request))
  }

  #view(
    request: StoredRequest,
    { derived, ...parts }: Known & Pick<DetailParts, 'content' | 'signature'>,
  ): RequestDetail {
    const mark = this.#markOf(request)
    return viewDetail(request, {
      summary: summarize(request, derived, mark),
      notes: mark.note,
      withheld: this.#originals(request)?.withheld ?? undefined,
      ...parts,
    })
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
}
