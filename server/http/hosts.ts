import type { Address, ControlConfig } from './deps.ts'

/** Who may name this server, and from where its page may call it. */
export type HostRule = {
  /** @param localAddress address that the connection came in at */
  allowsHost: (host: string, localAddress: string | undefined) => boolean
  allowsOrigin: (origin: string, host: string, localAddress: string | undefined) => boolean
}

type Named = { name: string; port: number | undefined }

/**
 * The allow-list that keeps DNS rebinding out: loopback names, the bound address, the address that
 * the connection came in at, the public URL, and what was allowed at start.
 */
export function createHostRule(
  config: Pick<ControlConfig, 'host' | 'publicUrl' | 'allowedHosts'>,
  address: () => Pick<Address, 'port' | 'isSecure'>,
): HostRule {
  const publicUrl = config.publicUrl === null ? undefined : new URL(config.publicUrl)
  const allowed = config.allowedHosts.flatMap((entry) => parseHost(entry) ?? [])

  const isOurs = ({ name, port }: Named, localAddress: string | undefined) =>
    (port ?? (address().isSecure ? 443 : 80)) === address().port &&
    namesOf(config.host, localAddress).has(name)
  const isAllowed = ({ name, port }: Named) =>
    allowed.some((entry) => entry.name === name && (entry.port ?? port) === port)
  const isPublic = ({ name, port }: Named) =>
    publicUrl?.hostname === name && (port ?? usualPort(publicUrl)) === portOf(publicUrl)

  return {
    allowsHost(host, localAddress) {
      const named = parseHost(host)
      return !!named && (isOurs(named, localAddress) || isAllowed(named) || isPublic(named))
    },

    allowsOrigin(origin, host, localAddress) {
      if (origin === publicUrl?.origin) return true
      const [scheme, authority = ''] = origin.split('://')
      const named = parseHost(authority)
      if (!named || (scheme !== 'http' && scheme !== 'https')) return false
      const own = address().isSecure ? 'https' : 'http'
      if (scheme === own && isOurs(named, localAddress)) return true
      // A name allowed at start may stand behind TLS; its page must come from that very host.
      return authority === host && isAllowed(named)
    },
  }
}

function usualPort(url: URL): number {
  return url.protocol === 'https:' ? 443 : 80
}

function portOf(url: URL): number {
  return url.port === '' ? usualPort(url) : Number(url.port)
}

function namesOf(host: string, localAddress: string | undefined): Set<string> {
  const addresses = [host, localAddress ?? ''].map(bracketed)
  return new Set(['localhost', '127.0.0.1', '[::1]', ...addresses])
}

/** An address as it stands in a `Host` header. */
function bracketed(address: string): string {
  const folded = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  return folded.includes(':') ? `[${folded}]` : folded
}

/** Takes `name`, `name:port` or `[address]:port` apart; `undefined` where it is none of these. */
function parseHost(host: string): Named | undefined {
  const parts = /^(\[[\da-f:.]+\]|[a-z\d._-]+)(?::(\d{1,5}))?$/.exec(host.toLowerCase())
  if (!parts) return undefined
  const [, name = '', port] = parts
  return { name: name.replace(/\.$/, ''), port: port === undefined ? undefined : Number(port) }
}
