import { decodeBody } from '../../shared/events/decode.ts'
import { headerValues } from '../../shared/headers.ts'
import type { StoredRequest } from '../../shared/request.ts'
import type { SearchSubject } from '../../shared/search/subject.ts'
import { parseTarget } from '../http/target.ts'
import type { RequestMark } from '../store/store.ts'
import { candidatesOf } from './candidates.ts'
import type { Derived } from './summary.ts'

type Sources = {
  request: StoredRequest
  /** The body, its content encoding taken off. */
  content: Buffer
  mark: RequestMark
  /** What is remembered of its judgement, or judged now. */
  derived: () => Derived
  signature: (text: string | null) => SearchSubject['signature']
}

/** A request as searches see it: what costs something is worked out when a term asks for it. */
export function subjectOf({ request, content, mark, derived, signature }: Sources): SearchSubject {
  const { seq, receivedAt, method, rawHeaders, size, flags, reply } = request
  const target = parseTarget(request.target)
  const text = once(() => decodeBody(content, contentTypeOf(rawHeaders)).text)
  const roots = once(() => candidatesOf(text(), rawHeaders).map(({ layer }) => layer))
  return {
    seq,
    receivedAt,
    method,
    path: target.path,
    rawHeaders,
    size,
    flags,
    pinned: mark.pinned,
    notes: mark.note,
    status: reply.status,
    get query() {
      return [...new URLSearchParams(target.search)]
    },
    get ip() {
      return derived().source.ip
    },
    get verdict() {
      return derived().verdict
    },
    get events() {
      return derived().events
    },
    get issues() {
      return derived().codes.map((code) => ({ code }))
    },
    get signature() {
      return signature(text())
    },
    get text() {
      return text()
    },
    get roots() {
      return roots()
    },
  }
}

function contentTypeOf(rawHeaders: string[]): string | null {
  return headerValues(rawHeaders, 'content-type')[0] ?? null
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
