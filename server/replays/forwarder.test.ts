import { afterEach, describe, expect, test } from 'vitest'
import { createEgress } from '../egress/egress.ts'
import { Outbox } from '../egress/outbox.ts'
import type { Store } from '../store/store.ts'
import { testBin, testHead, testStore } from '../testing/deps.ts'
import { startTarget } from '../testing/target.ts'
import { Forwarder } from './forwarder.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each()
})

async function newTarget() {
  const target = await startTarget()
  undo.push(() => target.stop())
  return target
}

async function newStore() {
  const store = testStore({})
  await store.bins.create(testBin)
  return store
}

function start(store: Store, allowed: string[], pauses: number[] = []) {
  const egress = createEgress({
    policy: { targets: allowed.map((url) => new URL(url)), anyPublic: false, isOwn: () => false },
    lookup: async () => [],
    self: () => ({ host: '127.0.0.1', port: 1 }),
    limits: { timeout: 500 },
  })
  const outbox = new Outbox({ egress, now: Date.now })
  const forwarder = new Forwarder({ store, outbox, pauses })
  undo.push(() => forwarder.close())
  return { forwarder, outbox }
}

const append = (store: Store, body: string) =>
  store.append('shop', testHead({ size: body.length }), Buffer.from(body))

describe('a forward', () => {
  test('tries again after each pause where the target fails', async () => {
    const [store, target] = [await newStore(), await newTarget()]
    target.answer = (res) => {
      if (target.hits.length === 1) res.writeHead(500).end()
      else if (target.hits.length === 2) res.socket?.resetAndDestroy()
      else res.end('at last')
    }
    const { forwarder, outbox } = start(store, [target.url], [20, 40])
    await forwarder.set('shop', target.url, false)
    await append(store, 'one')
    await expect.poll(() => forwarder.of('shop')).toMatchObject({ sent: 1, waiting: 0, after: 1 })
    const attempts = outbox
      .of('shop')
      .map(({ attempt, status, fault }) => [attempt, status, fault?.code])
    expect(attempts).toEqual([
      [3, 200, undefined],
      [2, null, 'reset'],
      [1, 500, undefined],
    ])
    const [first, second, third] = target.hits.map(({ at }) => at)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(15)
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(35)
  })

  test('gives up after the last attempt, and goes on with the next', async () => {
    const [store, target] = [await newStore(), await newTarget()]
    target.answer = (res, { body }) => res.writeHead(body === 'bad' ? 503 : 200).end()
    const { forwarder } = start(store, [target.url], [1])
    await forwarder.set('shop', target.url, false)
    await append(store, 'bad')
    await append(store, 'good')
    await expect.poll(() => forwarder.of('shop')).toMatchObject({ sent: 1, failed: 1, after: 2 })
    expect(target.hits).toHaveLength(3)
  })

  test('has four under way at most, and keeps a thousand waiting at most', async () => {
    const [store, target] = [await newStore(), await newTarget()]
    const open: (() => void)[] = []
    target.answer = (res) => open.push(() => res.end())
    const { forwarder } = start(store, [target.url])
    await forwarder.set('shop', target.url, false)
    for (let n = 1; n <= 4; n += 1) await append(store, String(n))
    await expect.poll(() => open).toHaveLength(4)
    for (let n = 5; n <= 1204; n += 1) await append(store, String(n))
    expect(open).toHaveLength(4)
    expect(target.hits).toHaveLength(4)
    target.answer = (res) => res.end()
    for (const end of open) end()
    await expect
      .poll(() => forwarder.of('shop'), { timeout: 50_000 })
      .toMatchObject({ sent: 1004, dropped: 200, failed: 0, waiting: 0, after: 1204 })
  })

  test('goes on after a restart with what was not done', async () => {
    const [store, target] = [await newStore(), await newTarget()]
    target.answer = (res, { body }) => body !== 'two' && res.end()
    const before = start(store, [target.url])
    await before.forwarder.set('shop', target.url, false)
    await append(store, 'one')
    await expect.poll(() => before.forwarder.of('shop')).toMatchObject({ sent: 1, waiting: 0 })
    await append(store, 'two')
    await expect.poll(() => target.hits).toHaveLength(2)
    await before.forwarder.close()
    await append(store, 'three')
    target.answer = (res) => res.end()
    const { forwarder } = start(store, [target.url])
    await expect.poll(() => forwarder.of('shop')).toMatchObject({ sent: 3, after: 3 })
    expect(target.hits.map(({ body }) => body).toSorted()).toEqual(['one', 'three', 'two', 'two'])
  })

  test('stands still where its target is no longer allowed', async () => {
    const [store, target] = [await newStore(), await newTarget()]
    await store.bins.update('shop', {
      forward: { to: target.url, credentials: false, after: 0, sent: 0, failed: 0, dropped: 0 },
    })
    const { forwarder } = start(store, [])
    await append(store, 'one')
    expect(forwarder.of('shop')).toMatchObject({
      waiting: 1,
      stopped: expect.stringContaining('--forward-to'),
    })
    expect(target.hits).toEqual([])
  })

  test('ends with its bin', async () => {
    const [store, target] = [await newStore(), await newTarget()]
    const { forwarder } = start(store, [target.url])
    await forwarder.set('shop', target.url, false)
    await store.bins.delete('shop')
    await expect.poll(() => forwarder.of('shop')).toBe(null)
  })
})
