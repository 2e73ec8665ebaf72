import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDiskStore } from './store/disk.ts'
import { problemOf, startApi, type RunningApi } from './testing/api.ts'
import { LiveClient } from './testing/live-client.ts'

describe('a body file that is damaged', () => {
  let dir: string
  let api: RunningApi
  let id: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'binspect-damaged-'))
    api = await startApi({ store: await openDiskStore({ dir, durability: 'process' }) })
    id = (await api.newBin()).id
    for (const body of ['first', 'second'.repeat(50_000), 'third']) await api.capture(id, body)
    const [name = ''] = await readdir(join(dir, 'bodies'))
    await writeFile(join(dir, 'bodies', name), 'garbage')
  })
  afterAll(async () => {
    await api.stop()
    await rm(dir, { recursive: true })
  })

  test('leaves its request in the list, without a judgement', async () => {
    const { requests } = await api.client('listRequests', { params: { id } })
    expect(requests.map(({ seq }) => seq)).toEqual([3, 2, 1])
    expect(requests[1]).toMatchObject({ size: 300_000, event: null, verdict: 'none' })
  })

  test('does not keep a search from the others', async () => {
    const { requests } = await api.client('listRequests', { params: { id }, query: { q: 'third' } })
    expect(requests.map(({ seq }) => seq)).toEqual([3])
  })

  test('does not end a live stream', async () => {
    const live = await new LiveClient(api.port, `/api/bins/${id}/live?after=0`).opened()
    await live.until(({ seqs }) => seqs.length === 3)
    await live.close()
  })

  test('is left out of an export', async () => {
    const lines = await (await api.ask(`/api/bins/${id}/export?format=ndjson`)).text()
    expect(lines.match(/^\{"seq":\d+/gm)).toEqual(['{"seq":1', '{"seq":3'])
  })

  test('is never given', async () => {
    const whole = api.client('readRequest', { params: { id, seq: 2 } })
    expect(await problemOf(whole)).toMatchObject({ code: 'request-corrupt' })
    await expect(api.client('readBody', { params: { id, seq: 2 }, query: {} })).rejects.toThrow()
  })
})
