import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { innerAddress } from './addresses.ts'
import { hostOf, portOf } from './policy.ts'

type Own = {
  /** Where the server listens. */
  address: () => { host: string; port: number }
  publicUrl: string | null
}

const localAddress = /^(127\.|0\.0\.0\.0$|::1?$|localhost$)/

/** Tells whether a host and port lead to this server: by its public address, or from this machine. */
export function createOwnRule({ address, publicUrl }: Own) {
  const shown = publicUrl === null ? null : new URL(publicUrl)
  return (name: string, port: number): boolean => {
    const host = innerAddress(name) ?? name
    if (shown && host === hostOf(shown) && port === portOf(shown)) return true
    const own = address()
    if (port !== own.port) return false
    return host === own.host || localAddress.test(host) || isOfThisMachine(host)
  }
}

function isOfThisMachine(host: string): boolean {
  if (isIP(host) === 0) return host.endsWith('.localhost')
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.some(({ address }) => address === host)
}
