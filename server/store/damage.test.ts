import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDiskStore, type OpenedStore } from './disk.ts'
import { sampleBin, sampleHead } from './samples.ts'
import { temporaryFolders } from './temporary.ts'

const newFolder = temporaryFolders()
const firstSegment = 'log/00000001.ndjson'
const texts = ['first', 'zweite: ü', 'third']

async function filled(dir: string): Promise<void> {
  const store = await openDiskStore({ dir, durability: 'process' })
  await store.bins.create(sampleBin('a'))
  for (const text of texts) await store.append('a', sampleHead(), Buffer.from(text))
  await store.close()
}

async function open(dir: string, recover = false): Promise<OpenedStore> {
  return openDiskStore({ dir, durability: 'process', recover })
}

async function textsOf(store: OpenedStore): Promise<string[]> {
  const entries = await store.read('a', { limit: 100, order: 'asc' })
  return entries.map(({ body }) => String(body))
}

describe('an unfinished write', () => {
  test('is cut and said, and what follows takes its place', async () => {
    const dir = await newFolder()
    await filled(dir)
    const bytes = await readFile(join(dir, firstSegment))
    const lastLine = bytes.lastIndexOf('\n', bytes.length - 2) + 1
    await truncate(join(dir, firstSegment), lastLine + 100)
    const store = await open(dir)
    expect(store.warnings).toEqual([expect.stringContaining('100 bytes')])
    expect(await textsOf(store)).toEqual(texts.slice(0, 2))
    expect(await store.append('a', sampleHead(), Buffer.from('new'))).toBe(3)
    await store.close()
    const again = await open(dir)
    expect(again.warnings).toEqual([])
    expect(await textsOf(again)).toEqual([...texts.slice(0, 2), 'new'])
    await again.close()
  })

  test('is cut where blocks were never filled', async () => {
    const dir = await newFolder()
    await filled(dir)
    const bytes = await readFile(join(dir, firstSegment))
    await writeFile(join(dir, firstSegment), Buffer.concat([bytes, Buffer.alloc(4096)]))
    const store = await open(dir)
    expect(store.warnings).toEqual([expect.stringContaining('4096 bytes')])
    expect(await textsOf(store)).toEqual(texts)
    await store.close()
  })
})

describe('damage', () => {
  test('is refused with file and position, and nothing is changed', async () => {
    const dir = await newFolder()
    await filled(dir)
    const path = join(dir, firstSegment)
    const bytes = await readFile(path)
    const at = bytes.indexOf('zweite')
    bytes[at] = 0x5a
    await writeFile(path, bytes)
    const start = bytes.lastIndexOf('\n', at) + 1
    await expect(open(dir)).rejects.toMatchObject({
      name: 'OpenError',
      code: 'damaged',
      message: expect.stringMatching(`^${path} is damaged at byte ${start} .*--recover`),
    })
    expect(await readFile(path)).toEqual(bytes)
  })

  test('is kept aside on recovery, and the rest goes on', async () => {
    const dir = await newFolder()
    await filled(dir)
    const path = join(dir, firstSegment)
    const bytes = await readFile(path)
    bytes[bytes.indexOf('third')] = 0x54
    await writeFile(path, bytes)
    const store = await open(dir, true)
    const [warning = ''] = store.warnings
    const aside = warning.split('kept aside in ')[1] ?? ''
    expect(String(await readFile(aside))).toContain('Third')
    expect(await textsOf(store)).toEqual(texts.slice(0, 2))
    // Number 3 was given to a sender once.
    const next = await store.append('a', sampleHead(), Buffer.from('new'))
    expect(next).toBeGreaterThan(3)
    await store.close()
    const again = await open(dir)
    expect(again.warnings).toEqual([])
    expect(again.state('a')?.latest).toBe(next)
    await again.close()
  })

  test('of a line keeps the body file that it named', async () => {
    const dir = await newFolder()
    const store = await open(dir)
    await store.bins.create(sampleBin('a'))
    const writer = await store.openBody()
    await writer.write(Buffer.from('large, say'))
    const body = await writer.finish()
    await store.append('a', sampleHead({ method: 'PATCH' }), body)
    await store.close()
    const path = join(dir, firstSegment)
    await writeFile(path, String(await readFile(path)).replace('PATCH', 'FETCH'))
    await (await open(dir, true)).close()
    expect(String(await readFile(join(dir, 'damaged', body.file)))).toBe('large, say')
    expect(await readdir(join(dir, 'bodies'))).toEqual([])
  })

  test('of a file that was blanked altogether is refused', async () => {
    const dir = await newFolder()
    await filled(dir)
    await writeFile(join(dir, firstSegment), Buffer.alloc(2000))
    await expect(open(dir)).rejects.toMatchObject({ code: 'damaged' })
  })

  test('that comes while the store is open is an error, not a body', async () => {
    const dir = await newFolder()
    await filled(dir)
    const store = await open(dir)
    const path = join(dir, firstSegment)
    const bytes = await readFile(path)
    bytes[bytes.indexOf('third')] = 0x54
    await writeFile(path, bytes)
    await expect(store.body('a', 3)).rejects.toMatchObject({ code: 'corrupt' })
    expect(await textsOf(store)).toEqual(texts.slice(0, 2))
    expect(store.health().detail).toContain('could not be read back')
    await store.close()
  })

  test('of a large body is an error, and its stream never ends whole', async () => {
    const dir = await newFolder()
    const store = await open(dir)
    await store.bins.create(sampleBin('a'))
    const writer = await store.openBody()
    await writer.write(Buffer.alloc(200_000, 'x'))
    await store.append('a', sampleHead(), await writer.finish())
    const [name = ''] = await readdir(join(dir, 'bodies'))
    await writeFile(join(dir, 'bodies', name), `${'x'.repeat(199_999)}y`)
    await expect(store.body('a', 1)).rejects.toMatchObject({ code: 'corrupt' })
    const stream = await store.bodyStream('a', 1)
    let received = 0
    const reading = async () => {
      for await (const chunk of stream ?? []) received += chunk.length
    }
    await expect(reading()).rejects.toMatchObject({ code: 'corrupt' })
    expect(received).toBeLessThan(200_000)
    await store.close()
  })
})
