import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { Targets } from '../../shared/sending.ts'
import { EgressError } from './egress-error.ts'
import { headersFor, withHost, withLength } from './headers.ts'
import { hostOf, permit, portOf, requirePublic, type Permit, type Policy } from './policy.ts'
import { exchange, type Destination, type WireAnswer, type WireLimits } from './wire.ts'

/** A request for somewhere else. */
export type Outgoing = {
  method: string
  headers: readonly (readonly [name: string, value: string])[]
  body: Buffer
  /** Whether `Authorization` and `Cookie` go along. */
  credentials: boolean
  /** Milliseconds over which the body is drawn out. */
  drip?: number
}

export type Answer = WireAnswer & { redirects: string[] }

/** Everything that this server ever sends. */
export type Egress = {
  targets: Targets
  /** Whether an address may be sent to, as far as that can be told without asking. @throws EgressError */
  check: (url: string) => void
  /** Sends to an allowed target. @throws EgressError */
  send: (url: string, outgoing: Outgoing, signal?: AbortSignal) => Promise<Answer>
  /** Sends to a bin of this server, headers as they are. @param target that begins with `/bin/` */
  sendToBin: (target: string, outgoing: Outgoing, signal?: AbortSignal) => Promise<Answer>
}

export type EgressOptions = {
  policy: Policy
  /** Every address of a name. */
  lookup: (host: string) => Promise<LookupAddress[]>
  /** Where this server is reached from this machine. */
  self: () => { host: string; port: number; isSecure?: boolean }
  limits?: Partial<WireLimits>
  /** Milliseconds that only ever go forward. */
  elapsed?: () => number
}

const mostRedirects = 3
const defaults: WireLimits = { timeout: 10_000, answer: 10 * 2 ** 20, kept: 4096 }

export function createEgress({ policy, lookup, self, ...options }: EgressOptions): Egress {
  const limits = { ...defaults, ...options.limits }
  const { elapsed = () => performance.now() } = options

  /** @param end by when it has to be over, of the clock that only goes forward */
  async function hop(
    url: string,
    outgoing: Outgoing,
    end: number,
    signal?: AbortSignal,
  ): Promise<WireAnswer> {
    const left = () => Math.max(1, Math.round(end - elapsed()))
    const permitted = permit(policy, url)
    const to = await inTime(destinationOf(permitted, lookup, policy), left(), signal)
    const headers = headersFor(permitted.url.host, outgoing, outgoing.credentials)
    const target = permitted.url.pathname + permitted.url.search
    const { method, body, drip = 0 } = outgoing
    const rest = { ...limits, timeout: left() }
    return exchange(to, { method, target, headers, body, drip }, rest, signal)
  }

  return {
    targets: { allowed: policy.targets.map(({ href }) => href), anyPublic: policy.anyPublic },

    check: (url) => void permit(policy, url),

    async send(url, outgoing, signal) {
      const redirects: string[] = []
      let [at, message] = [url, outgoing]
      const end = elapsed() + limits.timeout
      for (;;) {
        const answer = await hop(at, message, end, signal)
        const next = locationOf(answer, at)
        if (next === undefined) return { ...answer, redirects }
        if (redirects.length === mostRedirects) {
          throw new EgressError('too-many-redirects', `More than ${mostRedirects} redirects.`)
        }
        redirects.push(next.href)
        message = redirected(message, answer.status, next.origin === new URL(at).origin)
        at = next.href
      }
    },

    async sendToBin(target, { method, headers, body, drip = 0 }, signal) {
      if (!target.startsWith('/bin/')) {
        throw new EgressError('target-invalid', 'This is no address of a bin.')
      }
      const { host, port, isSecure } = self()
      const named = withHost(`${host.includes(':') ? `[${host}]` : host}:${port}`, headers)
      const message = { method, target, headers: withLength(method, named, body), body, drip }
      const to = { address: host, port, ...(isSecure && { secureFor: '', isSelf: true }) }
      const answer = await exchange(to, message, limits, signal)
      return { ...answer, redirects: [] }
    },
  }
}

/**
 * The address to connect to. A name is looked up once, all its addresses must be allowed, and the
 * connection goes to the one that was checked, whatever the name means a moment later.
 */
async function destinationOf(
  { url, trusted }: Permit,
  lookup: EgressOptions['lookup'],
  policy: Policy,
): Promise<Destination> {
  const host = hostOf(url)
  const port = portOf(url)
  const addresses = isIP(host) === 0 ? await resolve(host, lookup) : [host]
  for (const address of addresses) {
    if (!trusted) requirePublic(address)
    if (policy.isOwn(address, port)) {
      throw new EgressError('target-own', 'This is an address of this server itself.')
    }
  }
  const [address = host] = addresses
  const isSecure = url.protocol === 'https:'
  // A certificate is never held against the name "" or an address by its name extension.
  return { address, port, ...(isSecure && { secureFor: isIP(host) === 0 ? host : '' }) }
}

/** Waits no longer than an exchange may take: it is others that look names up. */
async function inTime<T>(asked: Promise<T>, timeout: number, signal?: AbortSignal): Promise<T> {
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    const fail = (error: EgressError) => () => reject(error)
    const late = fail(new EgressError('timeout', `No address within ${timeout} ms.`))
    const cancel = fail(new EgressError('cancelled', 'It was cancelled.'))
    const timer = setTimeout(late, timeout)
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel)
    stop = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
    }
  })
  try {
    return await Promise.race([asked, stopped])
  } finally {
    stop()
  }
}

async function resolve(host: string, lookup: EgressOptions['lookup']): Promise<string[]> {
  const found = await lookup(host).catch((cause: unknown) => {
    throw new EgressError('name-unknown', `No address is known for ${host}.`, { cause })
  })
  if (found.length === 0) throw new EgressError('name-unknown', `No address is known for ${host}.`)
  return found.map(({ address }) => address)
}

const redirects = new Set([301, 302, 303, 307, 308])

function locationOf({ status, rawHeaders }: WireAnswer, at: string): URL | undefined {
  if (!redirects.has(status)) return undefined
  const place = rawHeaders.findIndex((text, index) => index % 2 === 0 && /^location$/i.test(text))
  const location = place < 0 ? '' : (rawHeaders[place + 1] ?? '')
  return URL.canParse(location, at) && location !== '' ? new URL(location, at) : undefined
}

/** As browsers do: 303, and 301 or 302 after a POST, ask for another page. */
function redirected(message: Outgoing, status: number, isSameOrigin: boolean): Outgoing {
  const credentials = message.credentials && isSameOrigin
  const asksAnew = status === 303 || (status < 303 && message.method === 'POST')
  if (!asksAnew) return { ...message, credentials }
  const headers = message.headers.filter(([name]) => !/^content-/i.test(name))
  return { method: 'GET', headers, body: Buffer.alloc(0), credentials }
}
