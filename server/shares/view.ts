import { setMaxListeners } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { captureBaseUrl, shareBaseUrl } from '../http/base-url.ts'
import type { ControlDeps } from '../http/deps.ts'
import { Inspector } from '../inspect/inspector.ts'
import type { MaskedEntries } from './masked-entries.ts'
import type { FoundShare } from './records.ts'
import { isWhole, SharedScenarios, type ScenarioSource } from './scenarios.ts'
import { SharedStore } from './shared-store.ts'

type Handler = (req: IncomingMessage, res: ServerResponse) => void

/** How the API is served. */
export type Serve = {
  /** All of it. */
  whole: Handler
  /**
   * The same operations over another store, and the runs of its scenarios.
   * @param scenarios what is shown of them; `null`: all
   */
  over: (
    context: { deps: ControlDeps; inspector: Inspector; closing: AbortSignal },
    scenarios: SharedScenarios | null,
  ) => { handle: Handler; runs: Pick<ScenarioSource, 'watch'> }
}

type Context = {
  deps: ControlDeps
  inspector: Inspector
  serve: Serve
  scenarios: ScenarioSource
  masked: MaskedEntries
} & FoundShare

const longestTimer = 2 ** 31 - 1

/** What one share shows, while somebody looks: it ends, with all its streams, when the share does. */
export class SharedView {
  readonly deps: ControlDeps
  readonly inspector: Inspector
  readonly ready: Promise<void>
  /** Id of the bin that is shared. */
  readonly bin: string
  readonly runs: Pick<ScenarioSource, 'watch'>
  readonly #store: SharedStore
  readonly #serve: Handler
  readonly #closing = new AbortController()
  readonly #open = new Set<() => void>()
  readonly #isLive: () => boolean
  readonly #onEnd: () => void
  readonly #unsubscribe: () => void
  #timer: NodeJS.Timeout | undefined

  constructor(context: Context, isLive: () => boolean, onEnd: () => void) {
    const { deps, inspector, serve, masked, bin, share } = context
    const scenarios = new SharedScenarios(context.scenarios, bin.id, share)
    const shared = { store: deps.store, inspector, bin: bin.id, share, masked, scenarios }
    this.#store = new SharedStore(shared)
    this.bin = bin.id
    this.deps = viewDeps(deps, this.#store, context)
    this.inspector = new Inspector(this.deps, this.#store.originals)
    this.ready = this.#store.ready()
    setMaxListeners(0, this.#closing.signal)
    const { signal } = this.#closing
    const served = serve.over(
      { deps: this.deps, inspector: this.inspector, closing: signal },
      isWhole(share) ? null : scenarios,
    )
    this.#serve = served.handle
    this.runs = served.runs
    this.#isLive = isLive
    this.#onEnd = onEnd
    this.#unsubscribe = deps.store.subscribe(bin.id, ({ type }) => {
      if (type === 'bin' || type === 'bin-deleted') this.#check()
    })
    this.#expectEnd(share.expiresAt)
  }

  handle(req: IncomingMessage, res: ServerResponse): void {
    const release = this.hold(() => res.destroy())
    res.once('close', release)
    this.#serve(req, res)
  }

  /** Calls back when the view ends. @returns stops that */
  hold(end: () => void): () => void {
    this.#open.add(end)
    return () => this.#open.delete(end)
  }

  isIdle(): boolean {
    return this.#open.size === 0
  }

  /** Lets go of what it remembers; answers under way come to their end. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#closing.abort()
    this.#unsubscribe()
    this.#store.end()
    this.#onEnd()
  }

  #check(): void {
    if (this.#isLive()) return
    const open = [...this.#open]
    this.#open.clear()
    for (const end of open) end()
    this.stop()
  }

  #expectEnd(expiresAt: number | null): void {
    if (expiresAt === null) return
    const wait = Math.max(0, expiresAt - this.deps.now())
    this.#timer = setTimeout(
      () => {
        this.#check()
        if (!this.#closing.signal.aborted) this.#expectEnd(expiresAt)
      },
      Math.min(wait, longestTimer),
    )
    this.#timer.unref()
  }
}

function viewDeps(deps: ControlDeps, store: SharedStore, { bin, share }: FoundShare): ControlDeps {
  return {
    ...deps,
    store,
    replySteps: { used: () => 0, restart: () => {} },
    rejections: { of: () => [] },
    shared: () => ({
      captureUrl: share.captureUrl ? `${captureBaseUrl(deps)}/bin/${bin.id}` : '',
      inspectUrl: `${shareBaseUrl(deps)}/share`,
    }),
  }
}
