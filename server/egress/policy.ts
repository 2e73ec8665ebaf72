import { isIP } from 'node:net'
import { isPublicAddress } from './addresses.ts'
import { EgressError } from './egress-error.ts'

/** Ports that speak something else, which a request's body could be made to speak. */
const otherPorts = new Set(['25', '465', '587', '6379', '11211'])

export type Policy = {
  /** Addresses named at start. */
  targets: readonly URL[]
  /** Whether public addresses that nobody named are allowed. */
  anyPublic: boolean
  /** Whether an address is this server's own. */
  isOwn: (host: string, port: number) => boolean
}

/** An address that may be sent to; `trusted`: named at start, so that it may be of any network. */
export type Permit = { url: URL; trusted: boolean }

/**
 * Everything that can be said of an address without looking its name up.
 * @throws EgressError
 */
export function permit(policy: Policy, text: string): Permit {
  const url = readUrl(text)
  const port = portOf(url)
  if (policy.isOwn(hostOf(url), port)) {
    throw new EgressError('target-own', 'This is an address of this server itself.')
  }
  if (policy.targets.some((target) => lies(url, target))) return { url, trusted: true }
  if (!policy.anyPublic) {
    throw new EgressError(
      'target-not-allowed',
      `Nothing may be sent to ${url.origin}: start the server with --forward-to ${url.origin}.`,
    )
  }
  if (otherPorts.has(url.port)) {
    throw new EgressError('target-invalid', `Port ${url.port} is not for web servers.`)
  }
  // Names are looked up later, but a literal never is: it must be held against the list here.
  if (isIP(hostOf(url)) !== 0) requirePublic(hostOf(url))
  return { url, trusted: false }
}

/** @throws EgressError `address-blocked` */
export function requirePublic(address: string): void {
  if (isPublicAddress(address)) return
  throw new EgressError('address-blocked', `${address} is no address of the public internet.`)
}

/** @throws EgressError `target-invalid` */
export function readUrl(text: string): URL {
  // The parser also brings every spelling of an address (2130706433, 0x7f.1, ①②⑦.1) to one form.
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new EgressError('target-invalid', 'The target must begin with http:// or https://.')
  }
  if (url.username !== '' || url.password !== '') {
    throw new EgressError('target-invalid', 'The target must not carry a name or a password.')
  }
  return url
}

/** Host without the brackets of IPv6 or the dot at the end of a full name. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

export function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port)
  return protocol === 'https:' ? 443 : 80
}

/** Whether an address is a target's, or lies below its path. */
function lies(url: URL, target: URL): boolean {
  if (url.origin !== target.origin) return false
  const path = target.pathname.replace(/\/$/, '')
  return url.pathname === path || url.pathname.startsWith(`${path}/`)
}
