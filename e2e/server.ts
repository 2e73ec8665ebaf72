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
  /** Where the capture listener is, where there is one. */
  readonly captureUrl: string
  /** Folder of its data. */
  readonly data: string
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
  let captureUrl = ''

  async function start() {
    const port = url === '' ? '0' : new URL(url).port
    child = spawn(process.execPath, [program, '--port', port, '--data', data, ...options], {
      env: { ...process.env, BINSPECT_READY: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const told = await ready(child)
    url = told.ready
    captureUrl = told.capture
  }

  async function end(signal: NodeJS.Signals) {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  await start()
  return {
    data,
    get url() {
      return url
    },
    get captureUrl() {
      return captureUrl
    },
    kill: () => end('SIGKILL'),
    start,
    async dispose() {
      await end('SIGTERM')
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function ready(child: ChildProcess): Promise<{ ready: string; capture: string }> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the program has no output')
  let said = ''
  let capture = ''
  stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  for await (const line of createInterface(stdout)) {
    said += `${line}\n`
    const [, what, address = ''] = /^(ready|capture) (http:\/\/\S+)$/.exec(line) ?? []
    if (what === 'capture') capture = address
    if (what === 'ready') {
      stdout.resume()
      return { ready: address, capture }
    }
  }
  throw new Error(`the program ended before it was ready:\n${said}`)
}
