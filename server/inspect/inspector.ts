import type {
  RequestDetail,
  RequestSummary,
  SignatureResult,
  StoredRequest,
} from '../../shared/request.ts'
import type { SearchSubject } from '../../shared/search/subject.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { StoredEntry } from '../store/store.ts'
import { viewDetail } from './detail.ts'
import { contentOf, inspect, type Inspected } from './inspect.ts'
import { Lru } from './lru.ts'
import { signatureOf } from './signature.ts'
import { createSourceReader } from './source.ts'
import { subjectOf } from './subject.ts'
import { summarize, type Derived } from './summary.ts'
import { createTurns } from './turns.ts'

const remembered = 20_000

/** Turns stored requests into what the API gives. Never on the way of a capture. */
export class Inspector {
  readonly #deps: ControlDeps
  readonly #derived = new Lru<Derived>(remembered)
  readonly #sourceOf: ReturnType<typeof createSourceReader>

  constructor(deps: ControlDeps) {
    this.#deps = deps
    this.#sourceOf = createSourceReader(deps.config.trustProxy)
  }

  /** Rows of the list; each request is judged once and remembered. */
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
    const known = this.#derived.get(keyOf(request))
    const derived = known ?? this.#remember(request, await this.#inspect(entry))
    return summarize(request, derived, this.#markOf(request))
  }

  /** The whole request. */
  async detail(entry: StoredEntry): Promise<RequestDetail> {
    const { request } = entry
    const body = await this.#bodyOf(entry)
    const inspected = await this.#inspect({ request, body })
    const mark = this.#markOf(request)
    return viewDetail(request, {
      summary: summarize(request, this.#remember(request, inspected), mark),
      inspected,
      body,
      notes: mark.note,
      signature: this.#signatureOf(request, body, inspected.judgement.text),
    })
  }

  /** A request as searches see it. */
  async subject(entry: StoredEntry): Promise<SearchSubject> {
    const { request } = entry
    const body = await this.#bodyOf(entry)
    const content = await contentOf(request, body)
    const judged = () => this.#remember(request, inspect(request, content))
    return subjectOf({
      request,
      content: content.bytes,
      mark: this.#markOf(request),
      derived: () => this.#derived.get(keyOf(request)) ?? judged(),
      signature: (text) => this.#signatureOf(request, body, text).status,
    })
  }

  async #inspect(entry: StoredEntry): Promise<Inspected> {
    const content = await contentOf(entry.request, await this.#bodyOf(entry))
    return inspect(entry.request, content)
  }

  #remember(request: StoredRequest, { contentType, judgement }: Inspected): Derived {
    const { event, events, verdict, issues, issueCount } = judgement
    const codes = [...new Set(issues.map((issue) => issue.code))]
    const source = this.#sourceOf(request)
    const derived = { contentType, event, events, verdict, codes, issueCount, source }
    this.#derived.set(keyOf(request), derived)
    return derived
  }

  #markOf({ bin, seq }: StoredRequest) {
    return this.#deps.store.marks(bin, seq)
  }

  #signatureOf(request: StoredRequest, body: Buffer, text: string | null): SignatureResult {
    const secret = this.#deps.store.bins.get(request.bin)?.secret ?? null
    return signatureOf(request, body, text, secret)
  }

  /** The kept bytes; none where the request has just been deleted. */
  async #bodyOf({ request, body }: StoredEntry): Promise<Buffer> {
    return body ?? (await this.#deps.store.body(request.bin, request.seq)) ?? Buffer.alloc(0)
  }
}

/** A bin made anew under an old id counts from 1 again: its time tells them apart. */
function keyOf({ bin, seq, receivedAt }: StoredRequest): string {
  return `${bin}.${seq}.${receivedAt}`
}
