import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { OpenStore } from './open.ts'
import { sampleBin, sampleHead } from '../samples.ts'

export function describeWriting(open: OpenStore): void {
  test('numbers requests of each bin 1, 2, 3', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.bins.create(sampleBin('b'))
    const seqs = await Promise.all(
      ['a', 'a', 'b', 'a'].map((bin) => store.append(bin, sampleHead(), Buffer.from('{}'))),
    )
    expect(seqs).toEqual([1, 2, 1, 3])
    expect(store.state('a')).toMatchObject({ latest: 3, oldest: 1, horizon: 0 })
  })

  test('numbers in the order of the calls, whatever the load', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const calls = Array.from({ length: 500 }, () =>
      store.append('a', sampleHead(), Buffer.from('x')),
    )
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1))
  })

  test('refuses a request for a bin it does not know', async () => {
    const store = await open()
    await expect(store.append('nobody', sampleHead(), Buffer.from(''))).rejects.toMatchObject({
      name: 'StoreError',
      code: 'unknown-bin',
    })
  })

  test('refuses everything once closed', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.close()
    const closed = { code: 'closed' }
    await expect(store.append('a', sampleHead(), Buffer.from(''))).rejects.toMatchObject(closed)
    await expect(store.openBody()).rejects.toMatchObject(closed)
    await expect(store.bins.create(sampleBin('b'))).rejects.toMatchObject(closed)
    expect(store.health().status).toBe('failed')
  })

  test('finishes what is under way before it closes', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const seq = store.append('a', sampleHead(), Buffer.from('last words'))
    await store.close()
    expect(await seq).toBe(1)
  })

  test('takes a large body in pieces, counts and hashes it', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const writer = await store.openBody()
    for (const piece of ['one ', 'two ', 'three']) await writer.write(Buffer.from(piece))
    const file = await writer.finish()
    const sha256 = createHash('sha256').update('one two three').digest('hex')
    expect(file).toMatchObject({ size: 13, sha256 })

    const seq = await store.append('a', sampleHead({ size: 13 }), file)
    expect(await store.get('a', seq)).toMatchObject({ storedSize: 13, sha256 })
    expect(String(await store.body('a', seq))).toBe('one two three')
  })

  test('takes a body of one request for one request only', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const writer = await store.openBody()
    await writer.discard()
    const discarded = await store.openBody()
    await discarded.write(Buffer.from('x'))
    const file = await discarded.finish()
    await discarded.discard()
    await expect(store.append('a', sampleHead(), file)).rejects.toMatchObject({ code: 'failed' })
    expect(store.state('a')).toMatchObject({ latest: 0, counts: { requests: 0 } })
  })

  test('counts what came truncated, aborted or was rejected', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.append('a', sampleHead({ flags: ['truncated'], size: 99 }), Buffer.from('four'))
    await store.append('a', sampleHead({ flags: ['aborted', 'truncated'] }), Buffer.from(''))
    store.reject('a')
    store.reject('nobody')
    expect(store.state('a')?.counts).toEqual({
      requests: 2,
      bytes: 4,
      evicted: 0,
      truncated: 2,
      aborted: 1,
      rejected: 1,
    })
  })
}
