import { decodeBody } from '../../shared/events/decode.ts'
import { headerValues } from '../../shared/headers.ts'
import { rawAt } from '../../shared/json/document.ts'
import type { StoredRequest } from '../../shared/request.ts'
import type { JsonRoot, SearchSubject } from '../../shared/search/subject.ts'
import { parseTarget } from '../http/target.ts'
import type { RequestMark } from '../store/store.ts'
import { candidatesOf, partsOf } from './candidates.ts'
import type { Derived } from './summary.ts'

type Sources = {
  request: StoredRequest
  /** The body, its content encoding taken off. */
  content: Buffer
  mark: RequestMark
  /** What is remembered of its judgement, or judged now. */
  derived: () => Derived
  signature: (text: string | null) => SearchSubject['signature']
  /** The one of its events that is asked for by itself. */
  part?: SubjectPart | undefined
}

/** One of several events in a body, as it is judged by itself. */
export type SubjectPart = JsonRoot & Pick<SearchSubject, 'verdict' | 'events' | 'issues'>

/** A request as searches see it: what costs something is worked out when a term asks for it. */
export function subjectOf(sources: Sources): SearchSubject {
  return new Subject(sources)
}

/** A class, since a search makes one of each request: getters of a literal are made anew each time. */
class Subject implements SearchSubject {
  readonly #sources: Sources
  #text: string | null | undefined
  #roots: readonly JsonRoot[] | undefined

  constructor(sources: Sources) {
    this.#sources = sources
  }

  get seq() {
    return this.#sources.request.seq
  }
  get receivedAt() {
    return this.#sources.request.receivedAt
  }
  get method() {
    return this.#sources.request.method
  }
  get path() {
    return parseTarget(this.#sources.request.target).path
  }
  get query() {
    return [...new URLSearchParams(parseTarget(this.#sources.request.target).search)]
  }
  get rawHeaders() {
    return this.#sources.request.rawHeaders
  }
  get size() {
    return this.#sources.request.size
  }
  get flags() {
    return this.#sources.request.flags
  }
  get status() {
    return this.#sources.request.reply.status
  }
  get pinned() {
    return this.#sources.mark.pinned
  }
  get notes() {
    return this.#sources.mark.note
  }
  get ip() {
    return this.#sources.derived().source.ip
  }
  get verdict() {
    return this.#judged.verdict
  }
  get events() {
    return this.#judged.events
  }
  get issues() {
    const { part, derived } = this.#sources
    return part?.issues ?? derived().codes.map((code) => ({ code }))
  }
  get signature() {
    return this.#sources.signature(this.text)
  }
  get text() {
    if (this.#text === undefined) this.#text = this.#readText()
    return this.#text
  }
  get roots() {
    this.#roots ??= this.#findRoots()
    return this.#roots
  }

  get #judged() {
    return this.#sources.part ?? this.#sources.derived()
  }

  #readText(): string | null {
    const { part, content } = this.#sources
    if (part) return rawAt(part.doc, part.node)
    return decodeBody(content, contentTypeOf(this.rawHeaders)).text
  }

  #findRoots(): readonly JsonRoot[] {
    const { part, derived } = this.#sources
    if (part) return [part]
    const candidates = candidatesOf(this.text, this.rawHeaders)
    const parts = partsOf(candidates)
    const isApart = parts !== candidates && derived().places !== undefined
    return (isApart ? parts : candidates).map(({ layer }) => layer)
  }
}

function contentTypeOf(rawHeaders: readonly string[]): string | null {
  return headerValues(rawHeaders, 'content-type')[0] ?? null
}
