import type { RequestDetail } from '../request.ts'
import { headerPairs, headerValues } from '../headers.ts'

/** Text before the entries of an HTTP Archive (HAR 1.2); entries follow, parted by commas. */
export function harStart(version: string): string {
  const creator = JSON.stringify({ name: 'Binspect', version })
  return `{"log":{"version":"1.2","creator":${creator},"entries":[`
}

/** Text after the entries. */
export const harEnd = ']}}'

/**
 * One entry. Members that HAR does not know begin with an underscore, as it asks.
 * @param url where the request was sent
 */
export function harEntry(request: RequestDetail, url: string) {
  const receive = Math.max(0, Date.parse(request.completedAt) - Date.parse(request.receivedAt))
  const httpVersion = `HTTP/${request.httpVersion}`
  return {
    startedDateTime: request.receivedAt,
    time: receive + request.reply.delay,
    request: {
      method: request.method,
      url,
      httpVersion,
      cookies: cookiesOf(request.rawHeaders),
      headers: pairs(headerPairs(request.rawHeaders)),
      queryString: pairs(request.query),
      ...postDataOf(request),
      headersSize: -1,
      bodySize: request.body.size,
    },
    response: responseOf(request, httpVersion),
    cache: {},
    timings: { send: receive, wait: request.reply.delay, receive: 0 },
    _seq: request.seq,
    _source: request.source,
    _event: request.event,
    _verdict: request.verdict,
    _issues: request.issues,
    ...(request.notes === '' ? {} : { comment: request.notes }),
  }
}

function responseOf({ reply }: RequestDetail, httpVersion: string) {
  return {
    // The page says 0 where a sender got no answer, as browsers do.
    status: reply.status ?? 0,
    statusText: '',
    httpVersion,
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: '' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    _outcome: reply.outcome,
  }
}

function postDataOf({ body }: RequestDetail) {
  if (body.size === 0) return {}
  const mimeType = body.contentType ?? ''
  if (body.base64 === undefined) return { postData: { mimeType, text: body.text ?? '' } }
  return { postData: { mimeType, text: body.base64, encoding: 'base64' } }
}

function cookiesOf(rawHeaders: string[]) {
  const texts = headerValues(rawHeaders, 'cookie').flatMap((value) => value.split(';'))
  return texts.flatMap((text) => {
    const at = text.indexOf('=')
    return at < 0 ? [] : [{ name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }]
  })
}

function pairs(list: [name: string, value: string][]) {
  return list.map(([name, value]) => ({ name, value }))
}
