import { expect, test } from 'vitest'
import { openDiskStore } from './store/disk.ts'
import { temporaryFolders } from './store/temporary.ts'
import { startApi } from './testing/api.ts'

const newFolder = temporaryFolders()

test('own shapes describe requests after a restart as before', async () => {
  const dir = await newFolder()
  const start = async () => startApi({ store: await openDiskStore({ dir, durability: 'process' }) })
  const before = await start()
  const { id, key } = await before.newBin()
  await before.capture(id, '{"kind": "order", "id": 7}')
  const { id: shape } = await before.client('createShape', {
    params: { id },
    key,
    body: { name: 'Order', from: 1 },
  })
  await before.stop()

  const after = await start()
  const { requests } = await after.client('listRequests', { params: { id } })
  expect(requests).toMatchObject([
    { verdict: 'valid', event: { type: shape, label: { en: 'Order' } } },
  ])
  const { events } = await after.client('listObserved', { params: { id } })
  expect(events).toMatchObject([{ type: shape, documents: 1 }])
  await after.stop()
})
