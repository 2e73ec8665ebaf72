import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createBuilder } from 'vite'
import { eventually } from './raw-client.ts'

const cache = resolve(import.meta.dirname, '../../.cache')

const isReady = /^ready (\S+)$/m

/**
 * Builds the program as it is shipped.
 * @param name of the folder: another one for each file of tests, since these run side by side
 * @returns its entry
 */
export async function buildProgram(name = 'program'): Promise<string> {
  const folder = resolve(cache, name)
  const builder = await createBuilder({
    logLevel: 'error',
    environments: { ssr: { build: { outDir: folder, sourcemap: false } } },
  })
  const { ssr } = builder.environments
  if (ssr === undefined) throw new Error('The build has no server part.')
  await builder.build(ssr)
  return resolve(folder, 'cli.js')
}

/**
 * Starts the program in an environment of its own; `read: false` leaves its output in the pipe
 * once it is ready.
 */
export function startProgram(
  entry: string,
  args: string[],
  { read = true, env = {} }: { read?: boolean; env?: NodeJS.ProcessEnv } = {},
) {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env.PATH, BINSPECT_READY: '1', ...env },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += String(chunk)
    if (!read && isReady.test(output.stdout)) child.stdout.pause()
  })
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)))
  const exited = once(child, 'exit').then(([code]) => Number(code))
  return {
    output,
    pid: child.pid ?? 0,
    /** Resolves with the exit code. */
    exited,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Resolves with the address once connections are accepted. */
    async ready(): Promise<string> {
      await eventually(() => child.exitCode !== null || isReady.test(output.stdout))
      const [, address] = isReady.exec(output.stdout) ?? []
      if (address === undefined) throw new Error(`It is not ready: ${output.stderr}`)
      return address
    },
  }
}
