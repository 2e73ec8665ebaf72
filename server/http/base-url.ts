import type { Address, ControlDeps } from './deps.ts'

const wildcards: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/**
 * The address under which this server is shown, without a slash at the end. It comes from the
 * configuration only: a `Host` header could name anybody's.
 */
export function baseUrl({ config, address }: Pick<ControlDeps, 'config' | 'address'>): string {
  if (config.publicUrl !== null) return config.publicUrl.replace(/\/+$/, '')
  return urlOf(loopback(address()))
}

/** The address below which bins are sent to. */
export function captureBaseUrl(deps: Pick<ControlDeps, 'config' | 'address' | 'outside'>): string {
  return deps.outside?.url() ?? baseUrl(deps)
}

/** The address below which shares are looked at. */
export function shareBaseUrl(deps: Pick<ControlDeps, 'config' | 'address' | 'outside'>): string {
  return deps.outside?.hasShares ? captureBaseUrl(deps) : baseUrl(deps)
}

/** An address as a URL. */
export function urlOf({ host, port, isSecure }: Address): string {
  const [scheme, usual] = isSecure ? ['https', 443] : ['http', 80]
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}${port === usual ? '' : `:${port}`}`
}

/** Where this machine itself reaches the server; a wildcard address is none to call. */
export function loopback(address: Address): Address {
  return { ...address, host: wildcards[address.host] ?? address.host }
}
