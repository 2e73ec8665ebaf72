import type { ForwardRule } from '../../shared/sending.ts'
import type { BinForward } from '../store/store.ts'
import { Forward, type ForwardDeps } from './forward.ts'

/** The rules of all bins: taken up at start, changed one bin at a time. */
export class Forwarder {
  readonly #deps: ForwardDeps
  readonly #running = new Map<string, Forward>()
  readonly #watched = new Map<string, () => void>()

  constructor(deps: ForwardDeps) {
    this.#deps = deps
    for (const { id, forward } of deps.store.bins.list()) if (forward) this.#start(id, forward)
  }

  of(bin: string): ForwardRule | null {
    return this.#running.get(bin)?.view() ?? null
  }

  /** Begins with what comes from now on. Resolves when that is durable. */
  async set(bin: string, to: string, credentials: boolean): Promise<void> {
    const after = this.#deps.store.state(bin)?.latest ?? 0
    const forward = { to, credentials, after, sent: 0, failed: 0, dropped: 0 }
    await this.remove(bin)
    await this.#deps.store.bins.update(bin, { forward })
    this.#start(bin, forward)
  }

  async remove(bin: string): Promise<void> {
    if (!this.#running.has(bin)) return
    await this.#stop(bin, { note: false })
    await this.#deps.store.bins.update(bin, { forward: null })
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((bin) => this.#stop(bin, { note: true })))
  }

  #start(bin: string, rule: BinForward): void {
    this.#running.set(bin, new Forward(this.#deps, bin, rule))
    const unsubscribe = this.#deps.store.subscribe(bin, ({ type }) => {
      if (type !== 'bin-deleted') return
      void this.#stop(bin, { note: false })
      this.#deps.outbox.forget(bin)
    })
    this.#watched.set(bin, unsubscribe)
  }

  async #stop(bin: string, how: { note: boolean }): Promise<void> {
    const forward = this.#running.get(bin)
    this.#running.delete(bin)
    this.#watched.get(bin)?.()
    this.#watched.delete(bin)
    await forward?.stop(how)
  }
}
