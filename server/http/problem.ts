import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Problem, ProblemCode } from '../../shared/problem.ts'
import { prefersHtml } from './accept.ts'
import { errorPage } from './error-page.ts'
import { problemKinds } from './problem-kinds.ts'
import { secure } from './security-headers.ts'
import { parseTarget, wayToRoot } from './target.ts'

type Options = Pick<Problem, 'pointer' | 'position'> & {
  /** Headers of the answer: `Allow`, `WWW-Authenticate`, `Retry-After`. */
  headers?: Record<string, string>
  /** It is told where there is no start page. */
  isOutside?: boolean
  /** More members of the document. */
  members?: Record<string, unknown>
  cause?: unknown
}

/** Thrown by whatever handles a request, and sent as a problem document (RFC 9457). */
export class HttpProblem extends Error {
  readonly code: ProblemCode
  readonly options: Options

  /** @param detail what exactly is wrong, for people */
  constructor(code: ProblemCode, detail: string, options: Options = {}) {
    super(detail, { cause: options.cause })
    this.name = 'HttpProblem'
    this.code = code
    this.options = options
  }

  get status(): number {
    return problemKinds[this.code].status
  }

  /** The document as sent. */
  toDocument(): Problem {
    const { pointer, position, members } = this.options
    return {
      type: `urn:binspect:problem:${this.code}`,
      title: problemKinds[this.code].title,
      status: this.status,
      detail: this.message,
      code: this.code,
      ...(pointer === undefined ? {} : { pointer }),
      ...(position === undefined ? {} : { position }),
      ...members,
    }
  }
}

/** Sends a problem: as a page to who prefers HTML, as JSON to all others. */
export function sendProblem(req: IncomingMessage, res: ServerResponse, problem: HttpProblem): void {
  const asPage = prefersHtml(req.headers.accept)
  const document = problem.toDocument()
  const { next } = problemKinds[problem.code]
  const home = problem.options.isOutside ? undefined : wayToRoot(parseTarget(req.url ?? '/').path)
  const page = asPage ? errorPage(document, { next, home }) : undefined
  secure(res, page?.policy)
  for (const [name, value] of Object.entries(problem.options.headers ?? {})) {
    res.setHeader(name, value)
  }
  const text = page?.html ?? JSON.stringify(document)
  res.writeHead(problem.status, {
    'Content-Type': page ? 'text/html; charset=utf-8' : 'application/problem+json',
    'Content-Length': Buffer.byteLength(text),
  })
  res.end(req.method === 'HEAD' ? undefined : text)
}
