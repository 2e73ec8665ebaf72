import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const program = resolve(import.meta.dirname, '../dist/server/cli.js')

/** The built program, running as a process of its own with its own data folder. */
export type RunningServer = {
  readonly url: string
  /** Ends the process at once, as a crash or a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same port and data. */
  start(): Promise<void>
  /** Ends it and removes its data. */
  dispose(): Promise<void>
}

/** Starts the built program on a free port. @throws Error with its output where it does not get ready. */
export async function startServer(options: string[] = []): Promise<RunningServer> {
  const data = await mkdtemp(join(tmpdir(), 'binspect-e2e-'))
  let child: ChildProcess | undefined
  let url = ''

  async function start() {
    const port = url === '' ? '0' : new URL(url).port
    child = spawn(process.execPath, [program, '--port', port, '--data', data, ...options], {
      env: { ...process.env, BINSPECT_READY: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    url = await ready(child)
  }

  async function end(signal: NodeJS.Signals) {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  await start()
  return {
    get url() {
      return url
    },
    kill: () => end('SIGKILL'),
    start,
    async dispose() {
      await end('SIGTERM')
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function ready(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the program has no output')
  let said = ''
  stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  for await (const line of createInterface(stdout)) {
    said += `${line}\n`
    const match = /^ready (http:\/\/\S+)$/.exec(line)
    if (match?.[1] !== undefined) {
      stdout.resume()
      return match[1]
    }
  }
  throw new Error(`the program ended before it was ready:\n${said}`)
}
