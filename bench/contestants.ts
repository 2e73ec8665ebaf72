import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient, type Client } from '../shared/client.ts'
import { root, startServer, type RunningServer } from './child.ts'

const program = join(root, 'dist/server/cli.js')

/** A server that takes part, and where requests to it go. */
export type Contestant = { name: string; server: RunningServer; targets: string[] }

/** The built program. */
export type Binspect = { server: RunningServer; api: Client }

/** Starts the built program over a folder of data. */
export async function startBinspect(folder: string, options: string[] = []): Promise<Binspect> {
  const server = await startServer(program, ['--port', '0', '--data', folder, ...options])
  return { server, api: createClient({ base: `http://127.0.0.1:${server.port}`, fetch }) }
}

/** Makes bins. @returns the path of each, where requests to it go. */
export async function createBins({ api }: Binspect, count: number): Promise<string[]> {
  const paths: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { bin } = await api('createBin', { body: {} })
    paths.push(new URL(bin.captureUrl).pathname)
  }
  return paths
}

/** The built program with one bin, as it is compared. */
export type Ours = Contestant & Binspect

export async function startOurs(folder: string, durability: 'process' | 'disk'): Promise<Ours> {
  const binspect = await startBinspect(join(folder, durability), ['--durability', durability])
  const targets = await createBins(binspect, 1)
  return { ...binspect, name: `Binspect, \`--durability=${durability}\``, targets }
}

/** Something else to compare with: a module of this folder. */
export async function startOther(
  name: string,
  module: 'bare' | 'empty-express' | 'naive-clone',
  folder: string,
): Promise<Contestant> {
  await mkdir(folder, { recursive: true })
  const server = await startServer(join(import.meta.dirname, `${module}.js`), [folder])
  return { name, server, targets: ['/bin/sale'] }
}
