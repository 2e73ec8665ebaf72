import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDiskStore, type OpenedStore } from './disk.ts'
import { sampleBin, sampleHead } from './samples.ts'
import { temporaryFolders } from './temporary.ts'

const newFolder = temporaryFolders()

async function open(dir: string, recover = false): Promise<OpenedStore> {
  return openDiskStore({ dir, durability: 'process', recover })
}

async function filled(): Promise<string> {
  const dir = await newFolder()
  const store = await open(dir)
  await store.bins.create(sampleBin('a', { name: 'Orders', ownerKeyHash: 'b'.repeat(64) }))
  await store.append('a', sampleHead(), Buffer.from('kept'))
  await store.mark('a', 1, { note: 'noted' })
  await store.close()
  return dir
}

test.each([
  ['not JSON', 'garbage'],
  ['empty', ''],
  ['JSON of another kind', '[]'],
  ['changed by hand', undefined],
])('a catalogue that is %s is refused, and taken from its copy on recovery', async (_how, text) => {
  const dir = await filled()
  const path = join(dir, 'catalogue.json')
  const content = text ?? String(await readFile(path)).replace('Orders', 'Others')
  await writeFile(path, content)
  await expect(open(dir)).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringMatching(`^${path} is damaged: .*--recover`),
  })
  const store = await open(dir, true)
  expect(store.bins.get('a')).toMatchObject({ name: 'Orders', ownerKeyHash: 'b'.repeat(64) })
  expect(store.marks('a', 1).note).toBe('noted')
  expect(String(await store.body('a', 1))).toBe('kept')
  await store.close()
  const aside = (await readdir(dir)).filter((name) => name.startsWith('catalogue.json.damaged-'))
  expect(String(await readFile(join(dir, aside[0] ?? '')))).toBe(content)
})

test('a catalogue that is gone does not take the requests with it', async () => {
  const dir = await filled()
  await rm(join(dir, 'catalogue.json'))
  await expect(open(dir)).rejects.toMatchObject({ code: 'damaged' })
  await rm(join(dir, 'catalogue.copy.json'))
  await expect(open(dir)).rejects.toMatchObject({ code: 'damaged' })
  const store = await open(dir, true)
  expect(store.warnings).toEqual([expect.stringContaining('lost')])
  expect(store.bins.list().map((bin) => bin.id)).toEqual(['a'])
  expect(String(await store.body('a', 1))).toBe('kept')
  await store.close()
  expect(await open(dir).then((again) => again.close())).toBeUndefined()
})

test('data of a newer version is refused and not touched', async () => {
  const dir = await filled()
  await writeFile(join(dir, 'format.json'), '{"format":3}')
  const before = await snapshot(dir)
  for (const recover of [false, true]) {
    await expect(open(dir, recover)).rejects.toMatchObject({
      code: 'newer-format',
      message: expect.stringContaining('format 3'),
    })
  }
  expect(await snapshot(dir)).toEqual(before)
})

test('data of an older version is taken over', async () => {
  const dir = await filled()
  await writeFile(join(dir, 'format.json'), '{"format":1}')
  await (await open(dir)).close()
  expect(JSON.parse(String(await readFile(join(dir, 'format.json'))))).toEqual({ format: 2 })
})

test('a missing or damaged format file is refused, and renewed on recovery', async () => {
  const dir = await filled()
  for (const damage of [
    () => rm(join(dir, 'format.json')),
    () => writeFile(join(dir, 'format.json'), '?'),
    () => writeFile(join(dir, 'format.json'), '{"format":0}'),
  ]) {
    await damage()
    await expect(open(dir)).rejects.toMatchObject({ code: 'damaged' })
    await (await open(dir, true)).close()
    await (await open(dir)).close()
  }
  expect(JSON.parse(String(await readFile(join(dir, 'format.json'))))).toEqual({ format: 2 })
})

test('a folder that cannot be one is refused in one line', async () => {
  const path = join(await newFolder(), 'file')
  await writeFile(path, '')
  await expect(open(path)).rejects.toMatchObject({
    code: 'unusable',
    message: expect.stringMatching(`^${path} cannot be used: `),
  })
})

test('a start that was interrupted before the first bin is no damage', async () => {
  const dir = await newFolder()
  const store = await open(dir)
  await store.close()
  await rm(join(dir, 'log'), { recursive: true })
  const again = await open(dir)
  expect(again.warnings).toEqual([])
  await again.close()
})

test('many changes at once share few writes, and all are kept', async () => {
  const dir = await newFolder()
  const store = await open(dir)
  const ids = Array.from({ length: 200 }, (_, index) => `bin-${index}`)
  await Promise.all(ids.map((id) => store.bins.create(sampleBin(id))))
  await Promise.all(ids.map((id) => store.bins.update(id, { name: id.toUpperCase() })))
  await store.close()
  const again = await open(dir)
  expect(again.bins.list().map((bin) => bin.name)).toEqual(ids.map((id) => id.toUpperCase()))
  await again.close()
})

async function snapshot(dir: string): Promise<Map<string, string>> {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  const files = names.map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.map(async (file) => [file, String(await readFile(file))] as const)),
  )
}
