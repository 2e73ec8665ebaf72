import { expect, test } from 'vitest'
import type { OpenStore } from './open.ts'
import { sampleBin } from '../samples.ts'

export function describeCatalogue(open: OpenStore): void {
  test('keeps the settings of bins', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a', { secret: 's3cret' }))
    await store.bins.create(sampleBin('b'))
    expect(store.bins.get('a')).toEqual(sampleBin('a', { secret: 's3cret' }))
    expect(store.bins.list().map((bin) => bin.id)).toEqual(['a', 'b'])
    expect(store.bins.get('c')).toBeUndefined()
    expect(store.health()).toEqual({ status: 'ok' })
  })

  test('refuses an id that exists', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const again = store.bins.create(sampleBin('a', { name: 'Other' }))
    await expect(again).rejects.toMatchObject({ code: 'exists' })
    expect(store.bins.get('a')?.name).toBe('Bin a')
  })

  test('changes what is given and leaves the rest', async () => {
    const store = await open()
    await store.bins.create(sampleBin('a'))
    const changed = await store.bins.update('a', { name: 'New', visibility: 'private' })
    expect(changed).toEqual(sampleBin('a', { name: 'New', visibility: 'private' }))
    expect(store.bins.get('a')).toEqual(changed)
    await expect(store.bins.update('b', { name: 'x' })).rejects.toMatchObject({
      code: 'unknown-bin',
    })
  })

  test('takes ids that are names of object members', async () => {
    const store = await open()
    for (const id of ['constructor', 'to-string', 'prototype']) {
      expect(store.bins.get(id)).toBeUndefined()
      expect(store.state(id)).toBeUndefined()
      await store.bins.create(sampleBin(id))
      expect(store.bins.get(id)?.id).toBe(id)
    }
  })
}
