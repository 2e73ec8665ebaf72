import { STATUS_CODES } from 'node:http'
import { capturedPolicy } from '../http/security-headers.ts'

/** Why something that came in is no request, in the words of the one who sent it. */
export type Refusal = { status: number; code: string; detail: string }

const connect: Refusal = {
  status: 405,
  code: 'method-not-allowed',
  detail: 'CONNECT asks for a proxy, and this is none.',
}
const hostMissing: Refusal = {
  status: 400,
  code: 'host-missing',
  detail: 'An HTTP/1.1 request needs a Host header (RFC 9112, section 3.2).',
}
const expectation: Refusal = {
  status: 417,
  code: 'expectation-failed',
  detail: 'The only expectation that is met is 100-continue.',
}
const plain: Refusal = {
  status: 400,
  code: 'tls-expected',
  detail: 'This port speaks TLS: use https://, not http://.',
}
const unannounced: Refusal = {
  status: 400,
  code: 'bad-request',
  detail:
    'The request announces no body (by Content-Length or Transfer-Encoding), and what follows it ' +
    'is no request.',
}
export const refusals = { connect, hostMissing, expectation, plain, unannounced }

const tlsHello = Buffer.from([0x16, 0x03])
const tlsDetail = 'This looks like TLS, and this port speaks plain HTTP: use http://, not https://.'
const h2Detail = 'This port speaks plain HTTP/1.1, not HTTP/2.'

type RequestLine = { method: string; url: string }

/** What the parser of Node reports, beside an error's own fields. */
type ParserError = { code: string; reason: string; packet: Buffer | null }

/**
 * Words and status for what the parser could not read; `null` where nothing was wrong with the bytes
 * (the connection broke).
 */
export function refusalOf(error: Error): Refusal | null {
  const { code, reason, packet } = readError(error)
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { status: 408, code: 'timeout', detail: 'The request did not come in time.' }
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { status: 431, code: 'headers-too-large', detail: 'The headers are longer than 32 KiB.' }
  }
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') {
    return { status: 413, code: 'chunk-extensions-too-large', detail: `${reason}.` }
  }
  if (!code.startsWith('HPE_')) return null
  return { status: 400, code: 'bad-request', detail: hintOf(packet) ?? `${reason}.` }
}

/** Whether the bytes stopped in the middle of a request because the sender closed its side. */
export function isCutOff(error: Error): boolean {
  return readError(error).code === 'HPE_INVALID_EOF_STATE'
}

/** Whether a request had said that none would follow it. */
export function isAfterLast(error: Error): boolean {
  return readError(error).code === 'HPE_CLOSED_CONNECTION'
}

/** First line of what could not be read, where it names a method and a target. */
export function requestLineOf(error: Error): RequestLine | null {
  return requestLineIn(readError(error).packet)
}

/** First line of some bytes, where it names a method and a target. */
export function requestLineIn(packet: Buffer | null): RequestLine | null {
  const start = packet?.subarray(0, 4096).toString('latin1') ?? ''
  const [, method, url] = /^([^ \r\n]+) ([^ \r\n]+)/.exec(start) ?? []
  return method === undefined || url === undefined ? null : { method, url }
}

/** A refusal as a problem document. */
export function documentOf({ status, code, detail }: Refusal): string {
  const type = `urn:binspect:problem:${code}`
  return JSON.stringify({ type, title: STATUS_CODES[status], status, detail, code })
}

/** A refusal as it goes on the wire, where there is no reply object to send it with. */
export function messageOf(refusal: Refusal): string {
  const document = documentOf(refusal)
  return [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(document)}`,
    `Content-Security-Policy: ${capturedPolicy}`,
    'X-Content-Type-Options: nosniff',
    '',
    document,
  ].join('\r\n')
}

function hintOf(packet: Buffer | null): string | undefined {
  if (packet?.subarray(0, 2).equals(tlsHello)) return tlsDetail
  if (packet?.subarray(0, 4).toString('latin1') === 'PRI ') return h2Detail
  return undefined
}

function readError(error: Error): ParserError {
  const code = 'code' in error ? String(error.code) : ''
  const reason = 'reason' in error ? String(error.reason) : 'The request cannot be read'
  const packet = 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : null
  return { code, reason, packet }
}
