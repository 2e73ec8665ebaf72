import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeStore } from './contract.ts'
import { openDiskStore, type DiskStoreOptions, type OpenedStore } from './disk.ts'
import { sampleBin, sampleHead } from './samples.ts'
import { temporaryFolders } from './temporary.ts'

const newFolder = temporaryFolders()

for (const durability of ['disk', 'process'] as const) {
  describeStore(`disk (${durability})`, async (options) =>
    openDiskStore({ dir: await newFolder(), durability, ...options }),
  )
}

async function reopen(
  store: OpenedStore,
  options: Partial<DiskStoreOptions> & { dir: string },
): Promise<OpenedStore> {
  await store.close()
  return openDiskStore({ durability: 'disk', ...options })
}

test('finds everything again after a restart', async () => {
  const dir = await newFolder()
  const store = await openDiskStore({ dir, durability: 'disk', limits: { requests: 3 } })
  await store.bins.create(sampleBin('a', { secret: 'Zoë "\\' }))
  await store.bins.create(sampleBin('b'))
  for (const text of ['one', 'two', 'three']) {
    await store.append('a', sampleHead({ flags: ['truncated'] }), Buffer.from(text))
  }
  await store.append('a', sampleHead({ flags: ['aborted'] }), Buffer.from([0xff]))
  await store.mark('a', 3, { pinned: true, note: 'look' })
  store.reject('b')
  const before = { a: store.state('a'), b: store.state('b') }
  const requests = await store.read('a', { limit: 10, order: 'asc' })

  const again = await reopen(store, { dir })
  expect(again.warnings).toEqual([])
  expect({ a: again.state('a'), b: again.state('b') }).toEqual(before)
  expect(before.a?.counts).toMatchObject({ requests: 3, evicted: 1, truncated: 3, aborted: 1 })
  expect(before.b?.counts.rejected).toBe(1)
  expect(again.bins.get('a')).toEqual(sampleBin('a', { secret: 'Zoë "\\' }))
  expect(again.marks('a', 3)).toEqual({ pinned: true, note: 'look' })
  expect(await again.read('a', { limit: 10, order: 'asc' })).toEqual(requests)
  expect(await again.append('a', sampleHead(), Buffer.from('next'))).toBe(5)
  await again.close()
})

test('goes on counting after the newest was removed', async () => {
  const dir = await newFolder()
  const store = await openDiskStore({ dir, durability: 'disk' })
  await store.bins.create(sampleBin('a'))
  for (const text of ['one', 'two']) await store.append('a', sampleHead(), Buffer.from(text))
  await store.remove('a', 'all')
  const again = await reopen(store, { dir })
  expect(again.state('a')).toMatchObject({ latest: 2, oldest: null, horizon: 2 })
  expect(await again.append('a', sampleHead(), Buffer.from('three'))).toBe(3)
  await again.close()
})

test('keeps to the caps it is opened with', async () => {
  const dir = await newFolder()
  const store = await openDiskStore({ dir, durability: 'disk' })
  await store.bins.create(sampleBin('a'))
  for (let count = 0; count < 9; count += 1) await store.append('a', sampleHead(), Buffer.from('x'))
  const again = await reopen(store, { dir, limits: { requests: 2 } })
  await again.append('a', sampleHead(), Buffer.from('x'))
  expect(again.state('a')).toMatchObject({ oldest: 9, counts: { requests: 2, evicted: 8 } })
  await again.close()
})

test('keeps large bodies in files of their own, over restarts', async () => {
  const dir = await newFolder()
  const store = await openDiskStore({ dir, durability: 'disk' })
  await store.bins.create(sampleBin('a'))
  const writer = await store.openBody()
  for (let count = 0; count < 20; count += 1) await writer.write(Buffer.alloc(100_000, count))
  const body = await writer.finish()
  await store.append('a', sampleHead({ size: body.size }), body)
  await writeFile(join(dir, 'bodies', 'f'.repeat(32)), 'left by a sender when the power went')

  const again = await reopen(store, { dir })
  expect(await again.get('a', 1)).toMatchObject({ storedSize: 2_000_000, sha256: body.sha256 })
  expect((await again.body('a', 1))?.subarray(1_900_000, 1_900_001)).toEqual(Buffer.from([19]))
  expect((await again.read('a', { limit: 1, order: 'asc' }))[0]?.body).toBeNull()
  expect(await readdir(join(dir, 'bodies'))).toEqual([body.file])
  await again.remove('a', [1])
  expect(await readdir(join(dir, 'bodies'))).toEqual([])
  await again.close()
})

test('lets only its owner read', async () => {
  const dir = join(await newFolder(), 'data')
  const store = await openDiskStore({ dir, durability: 'disk' })
  await store.bins.create(sampleBin('a'))
  await store.append('a', sampleHead(), Buffer.from('x'))
  const writer = await store.openBody()
  await writer.finish()
  const modes = async (...names: string[]) =>
    Promise.all(names.map(async (name) => (await stat(join(dir, name))).mode & 0o777))
  const [body = ''] = await readdir(join(dir, 'bodies'))
  const files = ['format.json', 'catalogue.json', 'log/00000001.ndjson', `bodies/${body}`]
  expect(await modes('.', 'log', 'bodies')).toEqual([0o700, 0o700, 0o700])
  expect(await modes(...files)).toEqual(files.map(() => 0o600))
  await store.close()
})

test('makes its folder with those above it, and says where it cannot', async () => {
  const dir = join(await newFolder(), 'not', 'there', 'yet')
  await (await openDiskStore({ dir, durability: 'disk' })).close()
  expect((await stat(join(dir, '..'))).mode & 0o777).toBe(0o700)
  const file = join(await newFolder(), 'file')
  await writeFile(file, '')
  for (const unusable of [file, join(file, 'below'), '/proc/binspect', '/proc/a/b']) {
    const opening = openDiskStore({ dir: unusable, durability: 'disk' })
    await expect(opening).rejects.toThrow(`${unusable} cannot be used`)
  }
})
