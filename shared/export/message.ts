import type { RequestHead } from '../request.ts'
import { latin1Bytes } from './bytes.ts'
import { headerPairs, headerValues } from '../headers.ts'

/**
 * What stands before and after the body in the HTTP/1.1 message of a request, headers verbatim. A
 * body that came in chunks is one chunk of `size` bytes here: the original cuts are not kept.
 */
export function aroundBody(request: RequestHead, size: number) {
  const { method, target, httpVersion, rawHeaders, rawTrailers } = request
  const head = `${method} ${target} HTTP/${httpVersion}\r\n${lines(rawHeaders)}\r\n`
  if (!isChunked(rawHeaders)) return { before: latin1Bytes(head), after: latin1Bytes('') }
  const open = size > 0 ? `${size.toString(16)}\r\n` : ''
  const close = `${size > 0 ? '\r\n' : ''}0\r\n${lines(rawTrailers)}\r\n`
  return { before: latin1Bytes(head + open), after: latin1Bytes(close) }
}

function lines(rawHeaders: string[]): string {
  return headerPairs(rawHeaders)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
}

function isChunked(rawHeaders: string[]): boolean {
  const codings = headerValues(rawHeaders, 'transfer-encoding').join(',').toLowerCase()
  return codings.trimEnd().endsWith('chunked')
}
