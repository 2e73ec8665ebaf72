import { describe, expect, test } from 'vitest'
import { apiForTests, startApi } from '../testing/api.ts'
import { LiveClient } from '../testing/live-client.ts'
import { liveReaders } from '../testing/live-readers.ts'

const api = apiForTests()
const live = liveReaders(api)

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

async function captureMany(id: string, count: number) {
  for (let i = 0; i < count; i++) await api.capture(id, `body ${i}`)
}

describe('a reader', () => {
  test('is told the bin first, then what is there, then what comes', async () => {
    const { id } = await api.newBin()
    await captureMany(id, 3)
    const client = await live(id, '?after=1').opened()
    expect(client.frames[0]).toMatchObject({ type: 'hello', bin: { id }, latest: 3, oldest: 1 })
    await client.until(() => client.seqs.length === 2)
    await captureMany(id, 2)
    await client.until(() => client.seqs.length === 4)
    expect(client.seqs).toEqual([2, 3, 4, 5])
  })

  test('that names no position is told all that is held', async () => {
    const { id } = await api.newBin()
    await captureMany(id, 3)
    const client = live(id)
    await client.until(() => client.seqs.length === 3)
    expect(client.seqs).toEqual([1, 2, 3])
  })

  test('is told the same rows as the list has', async () => {
    const { id, key } = await api.newBin()
    const client = await live(id).opened()
    await api.client('sendEvent', { params: { id }, key, body: { trigger: 'new-sale' } })
    await client.until(() => client.seqs.length === 1)
    const { requests } = await api.client('listRequests', { params: { id }, query: {} })
    expect(client.of('requests')[0]?.requests).toEqual(requests)
    expect(requests).toMatchObject([{ verdict: 'valid', event: { trigger: 'new-sale' } }])
  })

  test('is told of marks, settings and counts', async () => {
    const { id, key } = await api.newBin()
    await captureMany(id, 1)
    const client = await live(id, '?after=1').opened()
    const params = { id, seq: 1 }
    await api.client('markRequest', { params, key, body: { pinned: true } })
    await client.until(() => client.of('changed').length === 1)
    expect(client.of('changed')).toMatchObject([{ requests: [{ seq: 1, pinned: true }] }])
    await api.client('changeBin', { params: { id }, key, body: { name: 'new name' } })
    await client.until(() => client.of('bin').some(({ bin }) => bin.name === 'new name'))
    await captureMany(id, 1)
    await client.until(() => client.of('bin').some(({ bin }) => bin.counts.requests === 2))
  })

  test('is told what is deleted', async () => {
    const { id, key } = await api.newBin()
    await captureMany(id, 3)
    const client = live(id)
    await client.until(() => client.seqs.length === 3)
    await api.client('deleteRequest', { params: { id, seq: 2 }, key })
    await client.until(() => client.of('removed').length === 1)
    await api.client('clearRequests', { params: { id }, key })
    await client.until(() => client.of('removed').length === 2)
    expect(client.of('removed')).toEqual([
      { type: 'removed', seqs: [2] },
      { type: 'removed', upTo: 3 },
    ])
    expect(client.of('reset')).toEqual([])
    await captureMany(id, 1)
    await client.until(() => client.seqs.includes(4))
  })

  test('whose position is no longer held is told to fetch anew, and goes on from there', async () => {
    const { id, key } = await api.newBin()
    await captureMany(id, 2)
    await api.client('clearRequests', { params: { id }, key })
    await captureMany(id, 2)
    const behind = live(id, '?after=1')
    const fresh = live(id)
    const ahead = live(id, '?after=3')
    for (const client of [behind, fresh, ahead]) await client.until(() => client.seqs.includes(4))
    expect(behind.frames.map(({ type }) => type)).toEqual(['hello', 'reset', 'requests'])
    expect(behind.of('reset')).toEqual([{ type: 'reset', oldest: 3 }])
    expect([behind.seqs, fresh.seqs, ahead.seqs]).toEqual([[3, 4], [3, 4], [4]])
    expect([...fresh.of('reset'), ...ahead.of('reset')]).toEqual([])
  })

  test('that asks for what is still to come waits for it', async () => {
    const { id } = await api.newBin()
    const client = await live(id, '?after=2').opened()
    await captureMany(id, 3)
    await client.until(() => client.seqs.length === 1)
    expect(client.seqs).toEqual([3])
  })

  test('is let go when its bin is deleted', async () => {
    const { id, key } = await api.newBin()
    const client = await live(id).opened()
    await api.client('deleteBin', { params: { id }, key })
    await client.until(() => client.closed !== null)
    expect(client.closed).toEqual({ code: 4404, reason: 'bin-not-found' })
  })

  test('of no bin is told so', async () => {
    const client = live('no-such-bin')
    await client.until(() => client.closed !== null)
    expect(client.closed).toMatchObject({ code: 4404 })
  })

  test('is told when the server stops', async () => {
    const own = await startApi()
    const { id } = await own.newBin()
    const client = await new LiveClient(own.port, `/api/bins/${id}/live`).opened()
    await own.stop()
    await client.until(() => client.closed !== null)
    expect(client.closed).toMatchObject({ code: 1012 })
  })
})

describe('many readers', () => {
  test('miss nothing and get nothing twice, wherever and whenever they join', async () => {
    const { id } = await api.newBin()
    const total = 400
    const readers: { client: LiveClient; after: number }[] = []
    const senders = Array.from({ length: 4 }, async (_, sender) => {
      for (let i = 0; i < total / 4; i++) {
        const latest = await api.capture(id, `${sender}:${i}`)
        if (i % 25 !== sender) continue
        const after = Math.floor((latest * sender) / 3)
        readers.push({ client: live(id, `?after=${after}`), after })
      }
    })
    await Promise.all(senders)
    for (const { client, after } of readers) {
      await client.until(() => client.seqs.at(-1) === total)
      expect(client.seqs).toEqual(upTo(total).slice(after))
    }
    expect(readers.length).toBeGreaterThan(10)
  })

  test('that come back with their last number miss nothing', async () => {
    const { id } = await api.newBin()
    const seen: number[] = []
    const sending = captureMany(id, 200)
    while (seen.at(-1) !== 200) {
      const client = live(id, `?after=${seen.at(-1) ?? 0}`)
      await client.until(() => client.seqs.length > 0)
      await client.close()
      seen.push(...client.seqs)
    }
    await sending
    expect(seen).toEqual(upTo(200))
  })
})
