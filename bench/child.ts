import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** The bundle of the benches stands in `.cache/bench`. */
export const root = resolve(import.meta.dirname, '../..')

/** A server that runs as a process of its own. */
export type RunningServer = {
  readonly port: number
  readonly pid: number
  stop: (signal?: NodeJS.Signals) => Promise<void>
}

/**
 * Runs a program until it says on a line `ready http://host:port`.
 * @throws Error with what it said, where it ends before
 */
export async function startServer(script: string, args: string[]): Promise<RunningServer> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, NODE_ENV: 'production', BINSPECT_READY: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const port = await readyPort(child.stdout, child.stderr)
  return {
    port,
    pid: child.pid ?? 0,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await exited
    },
  }
}

async function readyPort(stdout: Readable, stderr: Readable): Promise<number> {
  let said = ''
  stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  for await (const line of createInterface(stdout)) {
    said += `${line}\n`
    const port = /^ready http:\/\/\S+:(\d+)$/.exec(line)?.[1]
    if (port !== undefined) {
      stdout.resume()
      return Number(port)
    }
  }
  throw new Error(`The server ended before it was ready:\n${said}`)
}
