import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { aroundBody } from '../../shared/export/message.ts'
import { HttpProblem } from '../http/problem.ts'
import { capturedPolicy, secure } from '../http/security-headers.ts'
import { codingsOf, ContentError, decodeContent, type ContentFault } from '../inspect/content.ts'
import type { StoredRequest } from '../../shared/request.ts'
import type { RequestContext } from '../inspect/context.ts'

/** Answers with the bytes of a body as they came. */
export async function sendBody(
  context: RequestContext,
  res: ServerResponse,
  request: StoredRequest,
): Promise<void> {
  const body = await streamOf(context, request)
  headers(res, 'application/octet-stream', `${request.seq}.bin`, request.storedSize)
  await send(res, body)
}

/**
 * Answers with a body, its content encoding taken off, and says how much larger that made it.
 * @throws HttpProblem `unknown-encoding` | `not-decodable` | `body-too-large`
 */
export async function sendDecodedBody(
  { deps }: RequestContext,
  res: ServerResponse,
  request: StoredRequest,
): Promise<void> {
  const codings = codingsOf(request.rawHeaders)
  const body = await deps.store.body(request.bin, request.seq)
  if (!body) throw gone()
  const decoded = await decodeContent(body, codings).catch(failDecoding)
  const ratio = body.length === 0 ? 1 : decoded.length / body.length
  res.setHeader('X-Decoded-Ratio', ratio.toFixed(2))
  headers(res, 'application/octet-stream', `${request.seq}.bin`, decoded.length)
  await send(res, Readable.from([decoded], { objectMode: false }))
}

/** Answers with a request as an HTTP/1.1 message. */
export async function sendMessage(
  context: RequestContext,
  res: ServerResponse,
  request: StoredRequest,
): Promise<void> {
  const body = await streamOf(context, request)
  const { before, after } = aroundBody(request, request.storedSize)
  const size = before.length + request.storedSize + after.length
  headers(res, 'message/http', `${request.seq}.http`, size)
  await send(res, Readable.from(joined(before, body, after), { objectMode: false }))
}

async function* joined(before: Uint8Array, body: Readable, after: Uint8Array) {
  yield before
  yield* body
  yield after
}

async function streamOf({ deps }: RequestContext, request: StoredRequest): Promise<Readable> {
  const body = await deps.store.bodyStream(request.bin, request.seq)
  if (!body) throw gone()
  return body
}

function gone(): HttpProblem {
  return new HttpProblem('request-not-found', 'The request has just been deleted.')
}

/** What a sender wrote is never shown as a page of ours, whatever it says it is. */
function headers(res: ServerResponse, type: string, name: string, size: number): void {
  secure(res, capturedPolicy)
  res.setHeader('Content-Disposition', `attachment; filename="${name}"`)
  res.writeHead(200, { 'Content-Type': type, 'Content-Length': size })
}

async function send(res: ServerResponse, body: Readable): Promise<void> {
  if (res.req.method === 'HEAD') {
    body.destroy()
    res.end()
    return
  }
  await pipeline(body, res)
}

const problemCodes: Record<ContentFault, 'unknown-encoding' | 'not-decodable' | 'body-too-large'> =
  {
    unknown: 'unknown-encoding',
    corrupt: 'not-decodable',
    'too-large': 'body-too-large',
  }

function failDecoding(error: unknown): never {
  if (!(error instanceof ContentError)) throw error
  throw new HttpProblem(problemCodes[error.fault], error.message, { cause: error })
}
