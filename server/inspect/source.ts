import { BlockList, isIP } from 'node:net'
import { foldAddress, isDocumentedSender } from '../../shared/events/sender.ts'
import { headerValues } from '../../shared/headers.ts'
import type { RequestSource, StoredRequest } from '../../shared/request.ts'
import { Lru } from './lru.ts'

/**
 * Tells who sent a request. Headers can say anything, so they are believed only as far as proxies
 * vouch for them that were named at start, or by the tunnel that the server has started itself: from
 * the right, up to the first hop that is none.
 * @param trusted addresses or CIDR ranges. @throws Error for what is neither
 */
export function createSourceReader(trusted: readonly string[]) {
  const proxies = proxyList(trusted)
  // Looking an address up is slow, and there are few of them.
  const known = new Lru<boolean>(1000)
  const isTrusted = (ip: string) => {
    const isProxy = known.get(ip) ?? (isIP(ip) !== 0 && proxies.check(ip, familyOf(ip)))
    known.set(ip, isProxy)
    return isProxy
  }

  return function sourceOf(request: Pick<StoredRequest, 'peer' | 'rawHeaders'>): RequestSource {
    let ip = foldAddress(request.peer.address)
    let via: RequestSource['via'] = 'socket'
    const hops = forwardedHops(request.rawHeaders)
    for (let isProxy = request.peer.tunnel ?? isTrusted(ip); isProxy; isProxy = isTrusted(ip)) {
      const hop = hops.pop()
      if (hop === undefined || isIP(hop) === 0) break
      ip = foldAddress(hop)
      via = 'forwarded'
    }
    return { ip, via, documented: isDocumentedSender(ip) }
  }
}

function proxyList(trusted: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of trusted) {
    const [address = '', prefix] = entry.trim().split('/')
    if (isIP(address) === 0) throw new Error(`"${entry}" is no address and no range of addresses`)
    if (prefix === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(prefix), familyOf(address))
  }
  return list
}

/** Hops in the order of the headers, the nearest last. */
function forwardedHops(rawHeaders: string[]): string[] {
  const listed = headerValues(rawHeaders, 'x-forwarded-for')
  if (listed.length > 0) return listed.flatMap((value) => value.split(',')).map((hop) => hop.trim())
  // RFC 7239: for="[2001:db8::1]:4711";proto=https, for=192.0.2.43
  return headerValues(rawHeaders, 'forwarded')
    .flatMap((value) => value.split(','))
    .map((element) => /(?:^|;)\s*for="?\[?([^\]";]*)/i.exec(element)?.[1] ?? '')
}

function familyOf(ip: string): 'ipv4' | 'ipv6' {
  return isIP(ip) === 6 ? 'ipv6' : 'ipv4'
}
