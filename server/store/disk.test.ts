import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeStore } from './contract.ts'
import { openDiskStore } from './disk.ts'

const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'binspect-store-'))
  folders.push(folder)
  return folder
}

describeStore('disk', async (options) =>
  openDiskStore({ dir: await newFolder(), durability: 'disk', ...options }),
)
