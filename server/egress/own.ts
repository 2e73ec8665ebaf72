import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { innerAddress } from './addresses.ts'
import { hostOf, portOf } from './policy.ts'

/** How this server is reached. */
export type Own = {
  /** Where it listens. */
  addresses: () => readonly { host: string; port: number }[]
  /** Under which addresses it is shown; `null`: under none. */
  urls: () => readonly (string | null)[]
}

const localAddress = /^(127\.|0\.0\.0\.0$|::1?$|localhost$)/

/** Tells whether a host and port lead to this server: by a public address, or from this machine. */
export function createOwnRule({ addresses, urls }: Own) {
  return (name: string, port: number): boolean => {
    const host = innerAddress(name) ?? name
    const isShown = urls().some((url) => url !== null && leadsTo(new URL(url), host, port))
    if (isShown) return true
    return addresses().some((own) => {
      if (port !== own.port) return false
      return host === own.host || localAddress.test(host) || isOfThisMachine(host)
    })
  }
}

function leadsTo(url: URL, host: string, port: number): boolean {
  return host === hostOf(url) && port === portOf(url)
}

function isOfThisMachine(host: string): boolean {
  if (isIP(host) === 0) return host.endsWith('.localhost')
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.some(({ address }) => address === host)
}
