import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const built = resolve(import.meta.dirname, '../../dist/server/cli.js')

/** A program that makes every mistake these tests look for: what passes with it proves nothing. */
export const careless = resolve(import.meta.dirname, 'careless.mjs')

export type ProgramOptions = {
  /** What is started: the built server, unless another is named. */
  script?: string
  /** Folder of its data. */
  data: string
  /** Further options of the program, and of Node. */
  args?: string[]
  nodeArgs?: string[]
  /** Port; 0 takes any. */
  port?: number
  /** A command that runs it and leaves it its own process id: `['prlimit', '--nofile=60']`. */
  under?: string[]
  env?: Record<string, string>
}

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

/** A server as a process of its own, to be hurt. */
export class Program {
  readonly options: ProgramOptions
  /** Resolves when the process is gone, and all that it said is read. */
  readonly exited: Promise<Exit>
  /** All that it said on both outputs. */
  output = ''
  url = ''
  readonly #child: ChildProcess

  constructor(options: ProgramOptions) {
    this.options = options
    this.#child = spawnNode(options)
    this.exited = once(this.#child, 'close').then(([code, signal]) => ({ code, signal }))
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()))
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  get port(): number {
    return Number(new URL(this.url).port)
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Waits until it accepts connections. @throws Error with all that it said where it does not */
  async ready(): Promise<this> {
    const deadline = Date.now() + 30_000
    for (;;) {
      this.url = /^ready (\S+)$/m.exec(this.output)?.[1] ?? ''
      if (this.url !== '') return this
      if (!this.running) await this.exited
      if (!this.running || Date.now() > deadline) throw new Error(`not ready:\n${this.output}`)
      await pause(5)
    }
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name)
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    this.signal('SIGKILL')
    await this.exited
  }

  /** Ends it as a service manager would. */
  async stop(): Promise<Exit> {
    this.signal('SIGTERM')
    return this.exited
  }

  /** Bytes that the process holds in memory, and the most that it ever held. */
  memory(): { now: number; peak: number } {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8')
    const bytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024
    return { now: bytes('VmRSS'), peak: bytes('VmHWM') }
  }
}

export const MiB = 2 ** 20

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

function spawnNode(options: ProgramOptions): ChildProcess {
  const { script = built, data, args = [], nodeArgs = [], port = 0, under = [], env } = options
  const server = ['--port', String(port), '--data', data, '--log-level', 'warn', ...args]
  const [command = '', ...rest] = [...under, process.execPath, ...nodeArgs, script, ...server]
  return spawn(command, rest, {
    env: { ...process.env, BINSPECT_READY: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
