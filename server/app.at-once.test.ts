import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDiskStore } from './store/disk.ts'
import { startApi } from './testing/api.ts'

const dir = await mkdtemp(join(tmpdir(), 'binspect-at-once-'))
afterAll(() => rm(dir, { recursive: true }))

test('of changes made at once none is lost, where keeping them takes a while', async () => {
  const api = await startApi({ store: await openDiskStore({ dir, durability: 'process' }) })
  const { id, key } = await api.newBin()
  const body = { text: 'name: Old\nsteps:\n  - expect: new-sale\n' }
  const { id: scenario } = await api.client('createScenario', { params: { id }, key, body })
  const params = { id, scenario }
  await Promise.all([
    api.client('changeScenario', { params, key, body: { text: body.text.replace('Old', 'New') } }),
    api.client('armScenario', { params, key }),
    api.client('deleteGolden', { params, key }),
  ])
  const kept = await api.client('readScenario', { params })
  expect(kept).toMatchObject({ name: 'New', run: { endedAt: null } })
  await api.stop()
})
