import type { ScenarioResult } from '../../shared/scenario/result.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { BinRuns, type RunOutcome } from './bin-runs.ts'
import { watchRuns } from './watch.ts'

/** Bins whose runs are remembered while nobody watches them; others are read again. */
const remembered = 20

/** The runs of all bins. */
export class Runs {
  readonly #deps: ControlDeps
  readonly #inspector: Inspector
  readonly #known = new Map<string, BinRuns>()
  readonly #watched = new Map<string, number>()

  constructor(deps: ControlDeps, inspector: Inspector) {
    this.#deps = deps
    this.#inspector = inspector
  }

  /** What became of each run of a bin, by the id of its scenario. @throws StoreError */
  async results(bin: string): Promise<ReadonlyMap<string, ScenarioResult>> {
    const outcomes = await this.#of(bin).outcomes()
    return new Map(outcomes.map(({ id, result }) => [id, result]))
  }

  /** What became of the run of one scenario; `null` where there has been none. @throws StoreError */
  async result(bin: string, scenario: string): Promise<ScenarioResult | null> {
    return (await this.#of(bin).outcome(scenario))?.result ?? null
  }

  /** Tells the outcomes of a bin's runs, now and as they change. @returns stops it */
  watch(bin: string, tell: (outcome: RunOutcome) => void): () => void {
    this.#watched.set(bin, (this.#watched.get(bin) ?? 0) + 1)
    const { store, now, log } = this.#deps
    const stop = watchRuns(
      {
        runs: this.#of(bin),
        subscribe: (listener) => store.subscribe(bin, listener),
        now,
        onError: (error) => log.error({ err: error }, 'The scenarios of a bin cannot be judged.'),
      },
      tell,
    )
    return () => {
      stop()
      const left = (this.#watched.get(bin) ?? 1) - 1
      if (left > 0) this.#watched.set(bin, left)
      else this.#watched.delete(bin)
    }
  }

  #of(bin: string): BinRuns {
    const runs = this.#known.get(bin) ?? new BinRuns(this.#deps, this.#inspector, bin)
    this.#known.delete(bin)
    this.#known.set(bin, runs)
    for (const [id, old] of this.#known) {
      if (this.#known.size <= remembered) break
      if (id === bin || this.#watched.has(id)) continue
      old.close()
      this.#known.delete(id)
    }
    return runs
  }
}
