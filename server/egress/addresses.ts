import { BlockList, isIP } from 'node:net'

/** Ranges that are no part of the public internet: nothing is sent there unless it was named. */
export const blockedRanges = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
] as const

const [blocked4, blocked6] = [listOf(4), listOf(6)]

/**
 * Whether an address is one of the public internet. IPv6 that carries an IPv4 address (mapped,
 * ISATAP) is judged by that; what is no address at all is not public.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !blocked4.check(address, 'ipv4')
  // A zone (`fe80::1%eth0`) is only written for addresses of this link.
  if (version === 0 || address.includes('%')) return false
  const inner = innerAddress(address)
  if (inner !== undefined) return !blocked4.check(inner, 'ipv4')
  return !blocked6.check(address, 'ipv6')
}

// One list a family: a list of both would hold IPv4 addresses against ::ffff:0:0/96 as well.
function listOf(version: 4 | 6): BlockList {
  const list = new BlockList()
  for (const range of blockedRanges) {
    const [network = '', prefix] = range.split('/')
    if (isIP(network) !== version) continue
    list.addSubnet(network, Number(prefix), version === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

/** The IPv4 address inside: `::ffff:a.b.c.d`, or an interface `…:[02]00:5efe:a.b.c.d`. */
export function innerAddress(address: string): string | undefined {
  if (isIP(address) !== 6) return undefined
  const groups = groupsOf(address)
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  const isatap = groups[5] === 0x5efe && (groups[4] === 0 || groups[4] === 0x200)
  if (!mapped && !isatap) return undefined
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.')
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const text = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
    const pair = (high: string, low: string) => (Number(high) * 256 + Number(low)).toString(16)
    return `${pair(a, b)}:${pair(c, d)}`
  })
  const [head = '', tail] = text.split('::')
  const read = (part = '') =>
    part === '' ? [] : part.split(':').map((group) => parseInt(group, 16))
  const [before, after] = [read(head), read(tail)]
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}
