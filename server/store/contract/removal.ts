import { expect, test } from 'vitest'
import type { OpenStore } from './open.ts'
import { sampleBin, sampleHead } from '../samples.ts'

const body = Buffer.from('body')

export function describeRemoval(open: OpenStore): void {
  test('removes single requests and never uses their numbers again', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    for (let count = 0; count < 3; count += 1) await store.append('a', sampleHead(), body)
    expect(await store.remove('a', [2, 3, 3, 99])).toBe(2)
    expect(await store.get('a', 3)).toBeUndefined()
    expect(await store.body('a', 2)).toBeUndefined()
    expect(await store.append('a', sampleHead(), body)).toBe(4)
    expect(store.state('a')).toMatchObject({
      latest: 4,
      oldest: 1,
      horizon: 0,
      counts: { requests: 2, bytes: 8, evicted: 0 },
    })
  })

  test('clears a bin and goes on counting', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.bins.create(sampleBin('b'))
    for (const bin of ['a', 'b', 'a']) await store.append(bin, sampleHead(), body)
    expect(await store.remove('a', 'all')).toBe(2)
    expect(store.state('a')).toMatchObject({ latest: 2, oldest: null, horizon: 2 })
    expect(store.state('b')).toMatchObject({ latest: 1, oldest: 1, counts: { requests: 1 } })
    expect(await store.append('a', sampleHead(), body)).toBe(3)
    expect(await store.remove('nobody', 'all')).toBe(0)
  })

  test('deletes a bin with everything in it', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.append('a', sampleHead(), body)
    await store.mark('a', 1, { pinned: true })
    expect(await store.bins.delete('a')).toBe(true)
    expect(await store.bins.delete('a')).toBe(false)
    expect(store.state('a')).toBeUndefined()
    expect(store.bins.get('a')).toBeUndefined()
    expect(await store.get('a', 1)).toBeUndefined()
    await expect(store.append('a', sampleHead(), body)).rejects.toMatchObject({
      code: 'unknown-bin',
    })
  })

  test('starts anew where an id is used again', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    await store.append('a', sampleHead(), body)
    await store.mark('a', 1, { note: 'old' })
    await store.bins.delete('a')
    await store.bins.create(sampleBin('a'))
    expect(store.state('a')).toMatchObject({ latest: 0, oldest: null, horizon: 0 })
    expect(await store.append('a', sampleHead(), body)).toBe(1)
    expect(store.marks('a', 1)).toEqual({ pinned: false, note: '' })
  })
}
