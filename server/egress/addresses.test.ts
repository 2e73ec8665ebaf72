import { describe, expect, test } from 'vitest'
import { blockedRanges, isPublicAddress } from './addresses.ts'

/** First and last address of each range, and a neighbour outside that is of the public internet. */
const rows: Record<(typeof blockedRanges)[number], [first: string, last: string, beside: string]> =
  {
    '0.0.0.0/8': ['0.0.0.0', '0.255.255.255', '1.0.0.0'],
    '10.0.0.0/8': ['10.0.0.0', '10.255.255.255', '11.0.0.0'],
    '100.64.0.0/10': ['100.64.0.0', '100.127.255.255', '100.128.0.0'],
    '127.0.0.0/8': ['127.0.0.0', '127.255.255.255', '128.0.0.0'],
    '169.254.0.0/16': ['169.254.0.0', '169.254.169.254', '169.255.0.0'],
    '172.16.0.0/12': ['172.16.0.0', '172.31.255.255', '172.32.0.0'],
    '192.0.0.0/24': ['192.0.0.0', '192.0.0.255', '192.0.1.0'],
    '192.0.2.0/24': ['192.0.2.0', '192.0.2.255', '192.0.3.0'],
    '192.88.99.0/24': ['192.88.99.0', '192.88.99.255', '192.88.100.0'],
    '192.168.0.0/16': ['192.168.0.0', '192.168.255.255', '192.169.0.0'],
    '198.18.0.0/15': ['198.18.0.0', '198.19.255.255', '198.20.0.0'],
    '198.51.100.0/24': ['198.51.100.0', '198.51.100.255', '198.51.101.0'],
    '203.0.113.0/24': ['203.0.113.0', '203.0.113.255', '203.0.114.0'],
    '224.0.0.0/4': ['224.0.0.0', '239.255.255.255', '223.255.255.255'],
    '240.0.0.0/4': ['240.0.0.0', '255.255.255.255', '223.255.255.254'],
    '::/96': ['::', '::7f00:1', '0:0:0:0:0:1::'],
    '64:ff9b::/96': ['64:ff9b::', '64:ff9b::7f00:1', '64:ff9b::1:0:0'],
    '64:ff9b:1::/48': ['64:ff9b:1::', '64:ff9b:1:ffff::7f00:1', '64:ff9b:2::'],
    '100::/64': ['100::', '100::ffff:ffff:ffff:ffff', '100:0:0:1::'],
    '2001::/32': ['2001::', '2001:0:ffff::1', '2001:1::'],
    '2001:db8::/32': ['2001:db8::', '2001:db8:ffff::', '2001:db9::'],
    '2002::/16': ['2002::', '2002:7f00:1::', '2003::'],
    '3fff::/20': ['3fff::', '3fff:fff:ffff::', '3fff:1000::'],
    '5f00::/16': ['5f00::', '5f00:ffff::', '5f01::'],
    'fc00::/7': ['fc00::', 'fdff:ffff::1', 'fbff::'],
    'fe80::/10': ['fe80::', 'febf:ffff::1', 'fe7f::'],
    'fec0::/10': ['fec0::1', 'feff:ffff::1', 'fe7f:ffff::'],
    'ff00::/8': ['ff00::', 'ffff:ffff::1', 'feff::'],
  }

describe('an address', () => {
  test.each(blockedRanges)('in %s is not public, its neighbour is', (range) => {
    const [first, last, beside] = rows[range]
    expect([first, last].map(isPublicAddress)).toEqual([false, false])
    // What lies beside the site-local range is multicast.
    if (range !== 'ff00::/8') expect(isPublicAddress(beside)).toBe(true)
  })

  test.each(['8.8.8.8', '185.236.142.1', '2606:4700::1111', '2a00:1450:4001::200e'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  test.each([
    ['::ffff:127.0.0.1', '::ffff:8.8.8.8'],
    ['::ffff:7f00:1', '::ffff:808:808'],
    ['::ffff:a9fe:a9fe', '::ffff:a9ff:1'],
    ['2606:4700::5efe:127.0.0.1', '2606:4700::5efe:8.8.8.8'],
    ['2606:4700::200:5efe:10.0.0.1', '2606:4700::200:5efe:11.0.0.1'],
  ])('%s is judged by what it carries, unlike %s', (inner, beside) => {
    expect(isPublicAddress(inner)).toBe(false)
    expect(isPublicAddress(beside)).toBe(true)
  })

  test.each(['::1', 'fe80::1%eth0', 'localhost', '', '127.1', '1.2.3', '2130706433'])(
    '%j is not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
})
