import type { Logger } from 'pino'
import type { TunnelStatus } from '../../shared/health.ts'
import { escapeLine } from '../../shared/escape-line.ts'
import { pauseBefore } from './backoff.ts'
import type { Launch, Running } from './launch.ts'
import { commandFor, type TunnelSpec } from './spec.ts'

/** Calls back after so many milliseconds. @returns stops that */
export type After = (milliseconds: number, action: () => void) => () => void

export type TunnelDeps = {
  spec: TunnelSpec
  /** Its address, where that is known beforehand; `null`: its output tells it. */
  url: string | null
  launch: Launch
  log: Logger
  after: After
  /** Milliseconds that only ever go forward. */
  elapsed: () => number
  /** Between 0 and 1. */
  random: () => number
  /** Milliseconds in which it has to tell its address. */
  patience?: number
}

const usualPatience = 30_000
/** Milliseconds after which a tunnel counts as a good one, whose end is no reason to wait long. */
const steadyAfter = 60_000
/** Last lines of its output that are told where it fails. */
const lastLines = 3
/** Lines after each start that stand in the log; what follows is for who asks for more (`debug`). */
const loggedLines = 50

/** A tunnel that is kept up: its program is started, listened to, and started again when it ends. */
export class Tunnel {
  readonly #deps: TunnelDeps
  readonly #watchers = new Set<() => void>()
  #status: TunnelStatus
  #running: Running | null = null
  #cancel: () => void = () => {}
  #port = 0
  #attempt = 0
  #since = 0
  #heard: string[] = []
  #lines = 0
  #stopped = false

  constructor(deps: TunnelDeps) {
    this.#deps = deps
    const { spec, url } = deps
    this.#status = { program: spec.name, state: 'starting', url, detail: null }
  }

  status = (): TunnelStatus => this.#status

  watch(changed: () => void): void {
    this.#watchers.add(changed)
  }

  /** @param port where senders are to come in */
  start(port: number): void {
    this.#port = port
    this.#begin()
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancel()
    await this.#running?.stop()
  }

  /** Ends it for good and at once, for a process that is about to end. */
  kill(): void {
    this.#stopped = true
    this.#cancel()
    this.#running?.kill()
  }

  #begin(): void {
    const { spec, url, launch, after, elapsed, patience = usualPatience } = this.#deps
    this.#heard = []
    this.#lines = 0
    this.#since = elapsed()
    this.#set({ state: url === null ? 'starting' : 'up', detail: null })
    if (url === null) this.#cancel = after(patience, () => this.#giveUp(patience))
    this.#running = launch(commandFor(spec, this.#port), {
      line: (text) => this.#onLine(text),
      end: (reason) => this.#onEnd(reason),
    })
  }

  #onLine(text: string): void {
    const { spec, log } = this.#deps
    const line = escapeLine(text).slice(0, 400)
    this.#heard = [...this.#heard, line].slice(-lastLines)
    this.#lines += 1
    log[this.#lines > loggedLines ? 'debug' : 'info']({ tunnel: spec.name, line }, 'tunnel')
    if (this.#status.state !== 'starting') return
    const url = spec.read(text)
    if (url === null) return
    this.#cancel()
    log.info({ tunnel: spec.name, url }, 'tunnel is up')
    this.#set({ state: 'up', url })
  }

  #giveUp(patience: number): void {
    this.#set({ detail: `It has told no address for ${Math.round(patience / 1000)} s.` })
    void this.#running?.stop()
  }

  #onEnd(reason: string): void {
    const { spec, log, after, elapsed, random } = this.#deps
    this.#cancel()
    this.#running = null
    if (this.#stopped) return
    const wasGood = this.#status.state === 'up' && elapsed() - this.#since >= steadyAfter
    this.#attempt = wasGood ? 1 : this.#attempt + 1
    const pause = pauseBefore(this.#attempt, random())
    const why = this.#status.detail ?? `It ${reason}.`
    const detail = [why, ...this.#heard].join(' ')
    log.warn({ tunnel: spec.name, detail, again: pause }, 'tunnel is down')
    this.#set({ state: 'down', detail })
    this.#cancel = after(pause, () => this.#begin())
  }

  #set(change: Partial<TunnelStatus>): void {
    this.#status = { ...this.#status, ...change }
    for (const changed of this.#watchers) changed()
  }
}
