import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'vite'
import { openDiskStore } from '../disk.ts'

export type Outcome = {
  acknowledged: number
  /** What was acknowledged, and is not there or not the same. */
  lost: string[]
  /** What a start had to say, other than that it cut an unfinished write. */
  surprises: string[]
  /** Whether the numbers run from 1 to the last without a gap. */
  contiguous: boolean
}

/** Kills a process in the middle of a burst, again and again over the same data. */
export async function killRounds(
  dir: string,
  durability: 'disk' | 'process',
  rounds: number,
): Promise<Outcome> {
  const program = await compile(join(dir, 'program'))
  const data = join(dir, 'data')
  const promised: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const enough = 200 + Math.floor(Math.random() * 800)
    promised.push(...(await runAndKill([program, data, durability], enough)))
  }
  return compare(data, promised)
}

async function compile(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, 'burst.ts'), outDir: folder, target: 'node20' },
  })
  return join(folder, 'burst.js')
}

/** @returns the whole lines that the process could still say. */
async function runAndKill(command: string[], enough: number): Promise<string[]> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  let lines = 0
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
    lines += chunk.split('\n').length - 1
    if (lines > enough) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return output.split('\n').slice(0, -1)
}

async function compare(data: string, promised: string[]): Promise<Outcome> {
  const store = await openDiskStore({ dir: data, durability: 'process', limits: { requests: 1e6 } })
  const entries = await store.read('a', { limit: 1e6, order: 'asc' })
  await store.close()
  const held = entries.map(({ request, body }) => `${request.seq} ${body?.toString() ?? ''}`)
  const there = new Set(held.map((line) => line.replace(/\.+$/, '')))
  return {
    acknowledged: promised.length,
    lost: promised.filter((line) => !there.has(line)),
    surprises: store.warnings.filter((warning) => !warning.includes('unfinished')),
    contiguous: entries.every(({ request }, index) => request.seq === index + 1),
  }
}
