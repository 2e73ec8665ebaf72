import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { blockedRanges } from './addresses.ts'
import { createEgress, type Outgoing } from './egress.ts'
import type { EgressError } from './egress-error.ts'
import { createOwnRule } from './own.ts'

type Hit = { url: string; method: string; rawHeaders: string[]; body: string }

let server: Server
let base = ''
let port = 0
let hits: Hit[] = []
let answer: (req: IncomingMessage, res: ServerResponse) => void = () => {}

beforeAll(async () => {
  server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')))
    req.on('end', () => {
      hits.push({ url: req.url ?? '', method: req.method ?? '', rawHeaders: req.rawHeaders, body })
      answer(req, res)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address with one.
  port = (server.address() as AddressInfo).port
  base = `http://127.0.0.1:${port}`
})
afterAll(() => server.closeAllConnections())
beforeEach(() => {
  hits = []
  answer = (_, res) => res.end('thanks')
})

const outgoing: Outgoing = {
  method: 'POST',
  headers: [
    ['Content-Length', '999'],
    ['X-A', '1'],
    ['Host', 'hooks.example.com'],
    ['x-a', '2'],
    ['Authorization', 'Bearer secret'],
    ['Cookie', 'a=b'],
    ['Connection', 'keep-alive, X-Private'],
    ['X-Private', '1'],
    ['Transfer-Encoding', 'chunked'],
    ['TE', 'trailers'],
    ['User-Agent', 'Symfony'],
  ],
  body: Buffer.from('{"a":1}'),
  credentials: false,
}

type Lookup = Parameters<typeof createEgress>[0]['lookup']
type Opened = { targets?: string[]; anyPublic?: boolean; lookup?: Lookup; own?: number }

function egress({ targets = [], anyPublic = false, lookup, own = 4 }: Opened = {}) {
  return createEgress({
    policy: {
      targets: targets.map((target) => new URL(target)),
      anyPublic,
      isOwn: createOwnRule({
        addresses: () => [{ host: '127.0.0.1', port: own }],
        urls: () => [null, 'https://hooks.example.com/x'],
      }),
    },
    lookup: lookup ?? (async () => [{ address: '127.0.0.1', family: 4 }]),
    self: () => ({ host: '127.0.0.1', port }),
    limits: { timeout: 300, answer: 10_000, kept: 10 },
  })
}

const codeOf = (sending: Promise<unknown>) =>
  sending.then(
    () => 'sent',
    // Whatever an egress throws is of this class.
    (error: unknown) => (error as EgressError).code,
  )

describe('a target named at start', () => {
  test('is sent to, whatever its network, with headers made for it', async () => {
    const sent = await egress({ targets: [base] }).send(`${base}/hook?x=1`, outgoing)
    expect(sent).toMatchObject({ status: 200, size: 6, redirects: [] })
    expect(sent.start.toString()).toBe('thanks')
    expect(hits).toMatchObject([{ url: '/hook?x=1', method: 'POST', body: '{"a":1}' }])
    const { rawHeaders = [] } = hits[0] ?? {}
    const text = rawHeaders.join('|')
    expect(text).toContain(`Content-Length|7|X-A|1|X-A|2|Host|127.0.0.1:${port}|User-Agent|Symfony`)
    expect(text).toContain('X-Binspect-Hop|1')
    expect(text).not.toMatch(/Authorization|Cookie|Private|keep-alive|trailers|chunked/)
  })

  test('gets credentials where that is wanted', async () => {
    await egress({ targets: [base] }).send(base, { ...outgoing, credentials: true })
    expect(hits[0]?.rawHeaders.join('|')).toContain('Authorization|Bearer secret|Cookie|a=b')
  })

  test('with a path allows what lies below it only', async () => {
    const { send } = egress({ targets: [`${base}/hooks/`] })
    expect(await codeOf(send(`${base}/hooks`, outgoing))).toBe('sent')
    expect(await codeOf(send(`${base}/hooks/a/b`, outgoing))).toBe('sent')
    for (const path of [
      '/',
      '/hooksy',
      '/hooks/../admin',
      '/hooks/%2e%2e/admin',
      '/hooks\\..\\x',
    ]) {
      expect(await codeOf(send(base + path, outgoing))).toBe('target-not-allowed')
    }
    expect(hits).toHaveLength(2)
  })

  test.each([
    ['another port', 'http://127.0.0.1:1'],
    ['another scheme', 'https://127.0.0.1'],
    ['a name for the same address', 'http://localhost'],
    ['a host that begins alike', 'http://127.0.0.1.example.com'],
  ])('is not %s', async (_, url) => {
    const other = new URL(url)
    if (other.port === '' && url !== 'https://127.0.0.1') other.port = String(port)
    const { send } = egress({ targets: [base] })
    expect(await codeOf(send(other.href, outgoing))).toBe('target-not-allowed')
  })
})

const spellings = [
  '127.0.0.1',
  '2130706433',
  '0x7f.1',
  '0177.0.0.1',
  '127.1',
  '0',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::1]',
  '[::]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[::7f00:1]',
  '[fec0::1]',
  '①②⑦.⓪.⓪.①',
  '127.0.0.1.',
]

describe('everything else', () => {
  test('is refused until it is switched on', async () => {
    expect(await codeOf(egress().send('http://example.com/', outgoing))).toBe('target-not-allowed')
    expect(await codeOf(egress().send(base, outgoing))).toBe('target-not-allowed')
    expect(hits).toEqual([])
  })

  test.each(spellings)('is refused where it means this machine or network: %s', async (host) => {
    const { send } = egress({ anyPublic: true })
    expect(await codeOf(send(`http://${host}:${port}/`, outgoing))).toBe('address-blocked')
    expect(hits).toEqual([])
  })

  test.each(blockedRanges)('is refused where it lies in %s', async (range) => {
    const [network = ''] = range.split('/')
    const host = network.includes(':') ? `[${network}]` : network
    const { send } = egress({ anyPublic: true })
    expect(await codeOf(send(`http://${host}:${port}/`, outgoing))).toBe('address-blocked')
    expect(hits).toEqual([])
  })

  test.each(['127.0.0.1', '::1', '10.0.0.1', '169.254.169.254', 'fd00::1'])(
    'is refused where one of its addresses is not public: %s',
    async (address) => {
      const lookup = async () => [
        { address: '8.8.8.8', family: 4 },
        { address, family: 0 },
      ]
      const { send } = egress({ anyPublic: true, lookup })
      expect(await codeOf(send(`http://example.com:${port}/`, outgoing))).toBe('address-blocked')
      expect(hits).toEqual([])
    },
  )

  test('goes to the address that was checked, though the name changes', async () => {
    let asked = 0
    const lookup = async () => {
      asked += 1
      return [{ address: asked === 1 ? '192.0.1.1' : '127.0.0.1', family: 4 }]
    }
    const { send } = egress({ anyPublic: true, lookup })
    // Nothing answers at the public address; what counts is that the second answer is not asked for.
    expect(await codeOf(send(`http://rebinding.example:${port}/`, outgoing))).not.toBe('sent')
    expect({ asked, hits }).toEqual({ asked: 1, hits: [] })
  })

  test('control: the same name would be reached where it is named', async () => {
    const named = `http://rebinding.example:${port}`
    expect(await codeOf(egress({ targets: [named] }).send(named, outgoing))).toBe('sent')
    expect(hits).toHaveLength(1)
  })

  test.each([
    ['ftp://example.com/', 'target-invalid'],
    ['file:///etc/passwd', 'target-invalid'],
    ['nonsense', 'target-invalid'],
    ['http://user:word@example.com/', 'target-invalid'],
    ['http://user@example.com/', 'target-invalid'],
    ...[25, 465, 587, 6379, 11_211].map((port) => [
      `http://example.com:${port}/`,
      'target-invalid',
    ]),
    ['https://hooks.example.com/x/bin/abc', 'target-own'],
  ])('is refused: %s', async (url, code) => {
    expect(await codeOf(egress({ anyPublic: true }).send(url, outgoing))).toBe(code)
  })

  test('is refused where nobody tells in time what a name means', async () => {
    const { send } = egress({ anyPublic: true, lookup: () => new Promise(() => {}) })
    expect(await codeOf(send('http://example.com/', outgoing))).toBe('timeout')
    const stopped = AbortSignal.abort()
    expect(await codeOf(send('http://example.com/', outgoing, stopped))).toBe('cancelled')
  })

  test('is refused where no such name exists', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'))
    const { send } = egress({ anyPublic: true, lookup })
    expect(await codeOf(send('http://example.com/', outgoing))).toBe('name-unknown')
  })
})

describe('this server itself', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '[::ffff:127.0.0.1]', 'a.localhost'])(
    'is no target, even where it was named: %s',
    async (host) => {
      const own = `http://${host}:${port}`
      const { send } = egress({ targets: [own], own: port })
      expect(await codeOf(send(`${own}/bin/abc`, outgoing))).toBe('target-own')
    },
  )

  test('is none by another name for its address', async () => {
    const named = `http://alias.example:${port}`
    const { send } = egress({ targets: [named], own: port })
    expect(await codeOf(send(named, outgoing))).toBe('target-own')
  })

  test('gets what is sent to a bin as it is', async () => {
    const headers = [
      ['content-length', '7'],
      ['authorization', 'Bearer secret'],
      ['host', 'hooks.example.com'],
      ['X-Odd', '\xe9'],
    ] as const
    await egress().sendToBin('/bin/abc/x?y', { ...outgoing, headers })
    expect(hits).toMatchObject([{ url: '/bin/abc/x?y', rawHeaders: headers.flat() }])
    expect(await codeOf(egress().sendToBin('/api/bins', outgoing))).toBe('target-invalid')
  })
})

describe('redirects', () => {
  const follow = (status: number, location: (url: string) => string | undefined) => {
    answer = (req, res) => {
      const next = location(req.url ?? '')
      if (next === undefined) res.end('there')
      else res.writeHead(status, { Location: next }).end()
    }
  }

  test.each([
    [301, 'GET', ''],
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', '{"a":1}'],
    [308, 'POST', '{"a":1}'],
  ])('%i is followed with %s', async (status, method, body) => {
    follow(status, (url) => (url === '/' ? '/next' : undefined))
    const sent = await egress({ targets: [base] }).send(base, outgoing)
    expect(sent.redirects).toEqual([`${base}/next`])
    expect(hits[1]).toMatchObject({ url: '/next', method, body })
  })

  test('end after three', async () => {
    follow(307, (url) => `${url}x`)
    const { send } = egress({ targets: [base] })
    expect(await codeOf(send(base, outgoing))).toBe('too-many-redirects')
    expect(hits).toHaveLength(4)
  })

  test('share the time of one exchange', async () => {
    answer = (req, res) => {
      setTimeout(() => res.writeHead(307, { Location: `${req.url}x` }).end(), 120)
    }
    expect(await codeOf(egress({ targets: [base] }).send(base, outgoing))).toBe('timeout')
  })

  test.each([
    ['http://127.0.0.1:1/', 'target-not-allowed'],
    ['http://[::1]:1/', 'target-not-allowed'],
    ['http://user:word@example.com/', 'target-invalid'],
    ['file:///etc/passwd', 'target-invalid'],
  ])('obey the same rules: %s', async (location, code) => {
    follow(307, () => location)
    expect(await codeOf(egress({ targets: [base] }).send(base, outgoing))).toBe(code)
    expect(hits).toHaveLength(1)
  })

  test('into the own network are refused where everything public is allowed', async () => {
    follow(307, () => 'http://169.254.169.254/latest')
    const { send } = egress({ targets: [base], anyPublic: true })
    expect(await codeOf(send(base, outgoing))).toBe('address-blocked')
  })
})

describe('an answer', () => {
  test('that does not come is waited for no longer than the limit', async () => {
    answer = () => {}
    expect(await codeOf(egress({ targets: [base] }).send(base, outgoing))).toBe('timeout')
  })

  test('that never ends is cut off', async () => {
    answer = (_, res) => res.write('x')
    expect(await codeOf(egress({ targets: [base] }).send(base, outgoing))).toBe('timeout')
  })

  test.each([
    [10_000, 'sent'],
    [10_001, 'answer-too-large'],
  ])('of %i bytes is %s', async (size, outcome) => {
    answer = (_, res) => res.end('x'.repeat(size))
    expect(await codeOf(egress({ targets: [base] }).send(base, outgoing))).toBe(outcome)
  })

  test('that is cut off is told', async () => {
    answer = (_, res) => res.socket?.resetAndDestroy()
    expect(await codeOf(egress({ targets: [base] }).send(base, outgoing))).toBe('reset')
  })

  test('is not waited for where it is cancelled', async () => {
    const stopping = new AbortController()
    answer = () => stopping.abort()
    const { send } = egress({ targets: [base] })
    expect(await codeOf(send(base, outgoing, stopping.signal))).toBe('cancelled')
  })

  test('from nobody is told', async () => {
    const nobody = 'http://127.0.0.1:9'
    expect(await codeOf(egress({ targets: [nobody] }).send(nobody, outgoing))).toBe('refused')
  })
})

test.each([
  ['2', 'sent'],
  ['3', 'loop'],
  ['999', 'loop'],
  ['nonsense', 'loop'],
])('what was sent on %s times is %s', async (hops, outcome) => {
  const headers = [...outgoing.headers, ['x-binspect-hop', hops] as const]
  const sending = egress({ targets: [base] }).send(base, { ...outgoing, headers })
  expect(await codeOf(sending)).toBe(outcome)
  if (outcome === 'sent')
    expect(hits[0]?.rawHeaders.join('|')).toMatch(/X-Binspect-Hop\|3$|Hop\|3\|/)
})

test('a slow body is drawn out', async () => {
  const started = performance.now()
  await egress({ targets: [base] }).send(base, { ...outgoing, drip: 100 })
  expect(performance.now() - started).toBeGreaterThan(90)
  expect(hits).toMatchObject([{ body: '{"a":1}' }])
})
