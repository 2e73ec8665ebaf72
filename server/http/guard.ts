import type { IncomingMessage } from 'node:http'
import type { HostRule } from './hosts.ts'
import { HttpProblem } from './problem.ts'
import { parseTarget } from './target.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site may have made a browser send: foreign host names (DNS rebinding),
 * foreign origins, cross-site requests, and the content types that a form can produce.
 * @throws HttpProblem `host-not-allowed` | `origin-not-allowed` | `cross-site-request` |
 *   `content-type-not-allowed`
 */
export function guard(req: IncomingMessage, rule: HostRule): void {
  checkHost(req, rule)
  checkOrigin(req, rule)
  checkSite(req)
  checkContentType(req)
}

function checkHost(req: IncomingMessage, rule: HostRule): void {
  const hosts = valuesOf(req, 'host')
  // The absolute form names a host too; a server that looked at one only could be fooled.
  const { authority } = parseTarget(req.url ?? '/')
  const named = authority === undefined ? hosts : [...hosts, authority]
  const [first] = hosts
  if (hosts.length !== 1) {
    throw hostNotAllowed('Exactly one Host header is expected.')
  }
  if (!named.every((host) => rule.allowsHost(host, req.socket.localAddress))) {
    throw hostNotAllowed(`The server does not answer for "${first}".`)
  }
}

/** Under that name there is no start page to go to. */
function hostNotAllowed(detail: string): HttpProblem {
  return new HttpProblem('host-not-allowed', detail, { isOutside: true })
}

function checkOrigin(req: IncomingMessage, rule: HostRule): void {
  const host = req.headers.host ?? ''
  for (const origin of valuesOf(req, 'origin')) {
    if (!rule.allowsOrigin(origin, host, req.socket.localAddress)) {
      throw new HttpProblem('origin-not-allowed', `The server does not answer to "${origin}".`)
    }
  }
}

function checkSite(req: IncomingMessage): void {
  const site = req.headers['sec-fetch-site'] ?? 'none'
  if (site === 'none' || site === 'same-origin') return
  // Somebody followed a link to a page of ours: harmless, as nothing is changed by GET.
  if (isSafe(req) && req.headers['sec-fetch-mode'] === 'navigate') return
  throw new HttpProblem('cross-site-request', 'The request was made by the page of another site.')
}

function checkContentType(req: IncomingMessage): void {
  if (isSafe(req)) return
  const type = req.headers['content-type']
  if (type === undefined && !hasBody(req)) return
  if (type?.split(';')[0]?.trim().toLowerCase() === 'application/json') return
  const given = type === undefined ? 'none' : `"${type}"`
  throw new HttpProblem('content-type-not-allowed', `JSON is expected; the type given is ${given}.`)
}

function isSafe(req: IncomingMessage): boolean {
  return safeMethods.has(req.method ?? '')
}

function hasBody(req: IncomingMessage): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = req.headers
  return encoding !== undefined || Number(length) > 0
}

/** Every value of a header as sent; `req.headers` would join or drop what stands there twice. */
function valuesOf(req: IncomingMessage, name: string): string[] {
  return req.rawHeaders.filter(
    (_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === name,
  )
}
