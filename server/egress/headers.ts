import { EgressError } from './egress-error.ts'

type Headers = readonly (readonly [name: string, value: string])[]

/** Counts how often a request has been sent on by servers like this one. */
export const hopHeader = 'X-Binspect-Hop'

const mostHops = 3

/** What belongs to one connection, and says nothing to the next. */
const hopByHop = new Set([
  'connection',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const credentialHeaders = new Set(['authorization', 'cookie', 'proxy-authorization'])

/** Methods whose requests say nothing of a length where they have no body. */
const bodiless = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'])

/**
 * Headers for another server: those of the connection are left out, Host and Content-Length are
 * made anew in their places, and the hop is counted.
 * @throws EgressError `loop`
 */
export function headersFor(
  host: string,
  { method, headers, body }: { method: string; headers: Headers; body: Buffer },
  credentials: boolean,
): Headers {
  const hop = hopsOf(headers) + 1
  if (hop > mostHops) {
    throw new EgressError('loop', `It has been sent on ${mostHops} times already.`)
  }
  const named = new Set(connectionNames(headers))
  const kept = headers.flatMap(([name, value]): [string, string][] => {
    const key = name.toLowerCase()
    if (hopByHop.has(key) || named.has(key) || key === hopHeader.toLowerCase()) return []
    if (!credentials && credentialHeaders.has(key)) return []
    return key === 'host' ? [[name, host]] : [[name, value]]
  })
  return [...withHost(host, withLength(method, kept, body)), [hopHeader, String(hop)]]
}

/** The same headers, with a Host before them where they have none. */
export function withHost(host: string, headers: Headers): Headers {
  const hasHost = headers.some(([name]) => name.toLowerCase() === 'host')
  return hasHost ? headers : [['Host', host], ...headers]
}

/** The same headers with the one true length of the body, where it stood. */
export function withLength(method: string, headers: Headers, body: Buffer): [string, string][] {
  const isLength = ([name]: readonly [string, string]) => name.toLowerCase() === 'content-length'
  const place = headers.findIndex(isLength)
  const value = String(body.length)
  const framed = headers.flatMap((header, index): [string, string][] => {
    if (!isLength(header)) return [[header[0], header[1]]]
    return index === place ? [[header[0], value]] : []
  })
  const isChunked = headers.some(([name]) => name.toLowerCase() === 'transfer-encoding')
  if (place >= 0 || isChunked || (body.length === 0 && bodiless.has(method))) return framed
  return [...framed, ['Content-Length', value]]
}

function connectionNames(headers: Headers): string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((name) => name.trim())
}

function hopsOf(headers: Headers): number {
  const hops = headers
    .filter(([name]) => name.toLowerCase() === hopHeader.toLowerCase())
    .map(([, value]) => (/^\d{1,3}$/.test(value) ? Number(value) : mostHops))
  return Math.max(0, ...hops)
}
