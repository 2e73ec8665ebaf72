import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { OpenStore } from './open.ts'
import { sampleBin, sampleHead } from '../samples.ts'
import type { RangeQuery, Store } from '../store.ts'

const bodies: [name: string, body: Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['JSON', Buffer.from('{"type":"contact.created","data":{"name":"Zoë \\"Z\\""}}')],
  ['what looks like a stored line', Buffer.from('{"a":1},"text":"b"}\n{"crc":"00000000"}\r\n\0')],
  ['a byte order mark', Buffer.from('\uFEFF{}')],
  ['line separators', Buffer.from('\u2028\u2029\u0085\x7f\x1b[31m')],
  ['an emoji', Buffer.from('👩‍👩‍👧 \u{10FFFF}')],
  ['half an emoji', Buffer.from('👩').subarray(0, 3)],
  ['a surrogate in UTF-8', Buffer.from([0xed, 0xa0, 0x80])],
  ['every byte', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  ['random bytes', randomBytes(40_000)],
]

export function describeReading(open: OpenStore): void {
  test.each(bodies)('gives back %s byte for byte', async (_name, body) => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const seq = await store.append('a', sampleHead(), body)
    const sha256 = createHash('sha256').update(body).digest('hex')
    expect(await store.get('a', seq)).toMatchObject({ storedSize: body.length, sha256 })
    expect(await store.body('a', seq)).toEqual(body)
    const stream = await store.bodyStream('a', seq)
    expect(stream && (await buffer(stream))).toEqual(body)
  })

  test('gives back the head as it came', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const head = sampleHead({
      rawHeaders: ['__proto__', 'x', 'A', String.fromCharCode(...Array(256).keys())],
      rawTrailers: ['X-Sum', '1'],
      flags: ['truncated', 'sentToInspectLink'],
      size: 12_345,
      target: '/bin/a/"\\\xff,"text":"?a=%zz',
    })
    const seq = await store.append('a', head, Buffer.from('{}'))
    const sha256 = createHash('sha256').update('{}').digest('hex')
    expect(await store.get('a', seq)).toEqual({ ...head, bin: 'a', seq, storedSize: 2, sha256 })
  })

  test('has nothing to give for what it does not hold', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.append('a', sampleHead(), Buffer.from('x'))
    for (const [bin, seq] of [
      ['a', 2],
      ['a', 0],
      ['b', 1],
      ['a', 1.5],
      ['a', NaN],
    ] as const) {
      expect(await store.get(bin, seq)).toBeUndefined()
      expect(await store.body(bin, seq)).toBeUndefined()
      expect(await store.bodyStream(bin, seq)).toBeUndefined()
    }
    expect(await store.range('b', { limit: 10, order: 'asc' })).toEqual([])
    expect(store.state('b')).toBeUndefined()
  })

  test.each<[RangeQuery, number[]]>([
    [{ limit: 3, order: 'asc' }, [1, 2, 3]],
    [{ limit: 3, order: 'desc' }, [8, 7, 6]],
    [{ limit: 9, order: 'asc', after: 5 }, [6, 7, 8]],
    [{ limit: 2, order: 'desc', before: 4 }, [3, 2]],
    [{ limit: 9, order: 'desc', after: 2, before: 5 }, [4, 3]],
    [{ limit: 9, order: 'asc', after: 8 }, []],
    [{ limit: 9, order: 'asc', after: 100, before: 3 }, []],
    [{ limit: 0, order: 'asc' }, []],
  ])('pages through a bin: %o', async (query, seqs) => {
    const store = await fill(open, 8)
    expect((await store.range('a', query)).map((request) => request.seq)).toEqual(seqs)
    expect((await store.read('a', query)).map(({ request }) => request.seq)).toEqual(seqs)
  })

  test('pages around what was removed', async () => {
    const store = await fill(open, 8)
    await store.remove('a', [1, 4, 8])
    const query = { limit: 4, order: 'desc', before: 7 } as const
    expect((await store.range('a', query)).map((request) => request.seq)).toEqual([6, 5, 3, 2])
  })

  test('reads pages with bodies', async () => {
    const store = await fill(open, 3)
    const entries = await store.read('a', { limit: 2, order: 'asc', after: 1 })
    expect(entries.map(({ body }) => String(body))).toEqual(['body 2', 'body 3'])
    expect(entries[0]?.request).toEqual(await store.get('a', 2))
  })
}

async function fill(open: OpenStore, count: number): Promise<Store> {
  const store = await open()
  await store.bins.create(sampleBin('a'))
  for (let seq = 1; seq <= count; seq += 1) {
    await store.append('a', sampleHead(), Buffer.from(`body ${seq}`))
  }
  return store
}
