import { once } from 'node:events'
import { mkdir, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDiskStore } from './disk.ts'
import { temporaryFolders } from './temporary.ts'

const newFolder = temporaryFolders()

test('a folder is for one process, whatever name it is reached by', async () => {
  const dir = await newFolder()
  const link = join(await newFolder(), 'link')
  await symlink(dir, link)
  const store = await openDiskStore({ dir, durability: 'process' })
  for (const name of [dir, link, `${dir}/../${dir.split('/').at(-1)}`]) {
    await expect(openDiskStore({ dir: name, durability: 'process' })).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`in use by process ${process.pid}`),
    })
  }
  await store.close()
  await (await openDiskStore({ dir: link, durability: 'process' })).close()
})

test('of many that come at once, one gets it', async () => {
  const dir = await newFolder()
  const starts = Array.from({ length: 10 }, () => openDiskStore({ dir, durability: 'process' }))
  const outcomes = await Promise.allSettled(starts)
  const stores = outcomes.flatMap((outcome) =>
    outcome.status === 'fulfilled' ? [outcome.value] : [],
  )
  expect(stores).toHaveLength(1)
  for (const store of stores) await store.close()
})

test('a path may be longer than the address of a socket', async () => {
  const dir = join(await newFolder(), ...Array.from({ length: 6 }, () => 'x'.repeat(100)))
  await mkdir(dir, { recursive: true })
  const store = await openDiskStore({ dir, durability: 'process' })
  await expect(openDiskStore({ dir, durability: 'process' })).rejects.toMatchObject({
    code: 'locked',
  })
  await store.close()
})

test('a process of another container is seen by its socket', async () => {
  const dir = await newFolder()
  await (await openDiskStore({ dir, durability: 'process' })).close()
  const other = createServer().listen(join(dir, 'lock.sock'))
  await once(other, 'listening')
  await expect(openDiskStore({ dir, durability: 'process' })).rejects.toMatchObject({
    code: 'locked',
  })
  other.close()
  await (await openDiskStore({ dir, durability: 'process' })).close()
})
