import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assert, asyncProperty, nat, record, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBin, sampleHead } from '../samples.ts'
import { temporaryFolders } from '../temporary.ts'
import { addRequest, controlLine } from './encode.ts'
import { loadLog } from './load.ts'
import { LogBin } from './log-bin.ts'
import { Page } from './page.ts'
import { Reader } from './reader.ts'
import { Rebuilder } from './rebuilder.ts'
import { Segments } from './segments.ts'

const newFolder = temporaryFolders()
const texts = ['first', 'zweite: ü', 'third']

function segmentBytes(): Buffer {
  const page = new Page()
  texts.forEach((text, index) => {
    addRequest(page, 'a', index + 1, sampleHead(), Buffer.from(text))
  })
  return Buffer.from(page.view())
}

/** What a start makes of a segment's bytes. */
async function load(folder: string, bytes: Buffer, aside?: string) {
  await writeFile(join(folder, '00000001.ndjson'), bytes)
  const bin = new LogBin(sampleBin('a'))
  const segments = new Segments()
  const rebuilder = new Rebuilder(segments, (id) => (id === 'a' ? bin : undefined))
  const warnings = await loadLog({ folder, aside }, rebuilder)
  const entries = await new Reader(segments).range(bin, { limit: 100, order: 'asc' })
  await segments.close()
  return {
    bin,
    rebuilder,
    warnings,
    texts: entries.map(({ body }) => (Buffer.isBuffer(body) ? body.toString() : body.file)),
  }
}

test('cuts an unfinished line, wherever it ends', async () => {
  const folder = await newFolder()
  const bytes = segmentBytes()
  const lastLine = bytes.lastIndexOf('\n', bytes.length - 2) + 1
  for (let size = lastLine + 1; size < bytes.length; size += 1) {
    const loaded = await load(folder, bytes.subarray(0, size))
    expect(loaded.warnings).toEqual([expect.stringContaining(`of ${size - lastLine} bytes`)])
    expect(loaded.texts).toEqual(texts.slice(0, 2))
  }
})

test('takes any other damage for what it is: never a wrong body, never silent', async () => {
  const folder = await newFolder()
  const aside = await newFolder()
  const bytes = segmentBytes()
  const garbage = record({
    at: nat(bytes.length - 1),
    noise: uint8Array({ minLength: 1, maxLength: 64 }),
  })
  const property = asyncProperty(garbage, async ({ at, noise }) => {
    const damaged = Buffer.from(bytes)
    damaged.set(noise.subarray(0, bytes.length - at), at)
    const loaded = await load(folder, damaged, aside)
    expect(loaded.texts).toEqual(texts.filter((text) => loaded.texts.includes(text)))
    expect(loaded.warnings.length > 0).toBe(!damaged.equals(bytes))
  })
  await assert(property, { numRuns: 300, seed: 1 })
})

test('refuses damage where nothing may be set aside', async () => {
  const bytes = segmentBytes()
  bytes[bytes.indexOf('first')] = 0x46
  await expect(load(await newFolder(), bytes)).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('damaged at byte 0 (1 lines in all)'),
  })
})

test('believes the last totals, and what is said to be gone', async () => {
  const page = new Page()
  const totals = { latest: 9, horizon: 2, evicted: 2, truncated: 3, aborted: 4, rejected: 5 }
  page.add(controlLine({ bin: 'a', totals, gone: [[1, 2]] }))
  const loaded = await load(await newFolder(), Buffer.concat([segmentBytes(), page.view()]))
  expect(loaded.texts).toEqual(['third'])
  expect(loaded.bin.totals).toEqual(totals)
})

test('notes segments with lines of bins that were deleted', async () => {
  const page = new Page()
  addRequest(page, 'deleted', 1, sampleHead(), Buffer.from('x'))
  const loaded = await load(await newFolder(), Buffer.concat([segmentBytes(), page.view()]))
  expect([...loaded.rebuilder.impure]).toEqual([1])
  expect(loaded.texts).toEqual(texts)
})
