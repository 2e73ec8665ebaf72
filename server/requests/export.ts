import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportFormats } from '../../shared/request-list.ts'
import { captureBaseUrl } from '../http/base-url.ts'
import { HttpProblem } from '../http/problem.ts'
import { choiceFrom } from '../http/query.ts'
import { capturedPolicy, secure } from '../http/security-headers.ts'
import { parseTarget } from '../http/target.ts'
import { isCorrupt, type BinRecord } from '../store/store.ts'
import type { RequestContext } from '../inspect/context.ts'
import { searchFrom, type Search } from './search.ts'
import { writerOf, type Writer } from './writers.ts'

type Asked = { res: ServerResponse; query: URLSearchParams }

/**
 * Streams the requests of a bin, oldest first, as fast as the reader takes them; one whose body is
 * damaged is left out.
 * @throws HttpProblem `invalid-input` | `invalid-search`
 */
export async function exportRequests(
  context: RequestContext,
  bin: BinRecord,
  { res, query }: Asked,
): Promise<void> {
  const search = searchFrom(context, query)
  const writer = writerOf(formatFrom(query), context.deps.config.version)
  secure(res, capturedPolicy)
  res.setHeader('Content-Disposition', `attachment; filename="${bin.id}.${writer.extension}"`)
  res.writeHead(200, { 'Content-Type': writer.type })
  if (res.req.method === 'HEAD') res.end()
  else await pipeline(Readable.from(textOf(context, bin, search, writer)), res)
}

function formatFrom(query: URLSearchParams) {
  const format = choiceFrom(query, 'format', exportFormats)
  if (format) return format
  const detail = `"format" must be given: one of ${exportFormats.join(', ')}.`
  throw new HttpProblem('invalid-input', detail, { pointer: '/format' })
}

async function* textOf(
  { deps, inspector }: RequestContext,
  bin: BinRecord,
  search: Search,
  writer: Writer,
): AsyncGenerator<string> {
  const base = captureBaseUrl(deps)
  let before = writer.start
  for await (const entry of inspector.entries(bin.id, { order: 'asc' })) {
    if (!(await search.matches(entry))) continue
    const detail = await inspector.detail(entry).catch(unlessCorrupt)
    if (detail === null) continue
    const { path, search: query } = parseTarget(entry.request.target)
    yield before + writer.each(detail, base + path + query)
    before = writer.between
  }
  yield (before === writer.start ? writer.start : '') + writer.end
}

function unlessCorrupt(error: unknown): null {
  if (isCorrupt(error)) return null
  throw error
}
