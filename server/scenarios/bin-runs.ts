import { judgeRun } from '../../shared/scenario/evaluate.ts'
import type { KeptScenario, ScenarioRun } from '../../shared/scenario/kept.ts'
import type { ScenarioResult } from '../../shared/scenario/result.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { Timeline } from '../../shared/scenario/timeline.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { createTurns } from '../inspect/turns.ts'
import type { BinRecord, StoreChange } from '../store/store.ts'
import { scenarioOf } from './parsed.ts'
import { viewRun } from './view.ts'

/** A run and what became of it. */
export type RunOutcome = { id: string; run: ScenarioRun; result: ScenarioResult }

type Ran = { kept: KeptScenario; scenario: Scenario; run: NonNullable<KeptScenario['run']> }

/**
 * The runs of one bin: requests are read on from a cursor when somebody asks, each of them once for
 * all scenarios. It begins anew where scenarios or own shapes change, or a request is deleted.
 */
export class BinRuns {
  readonly #deps: ControlDeps
  readonly #inspector: Inspector
  readonly #bin: string
  readonly #stop: () => void
  #key = ''
  #runs: Ran[] = []
  #timeline = new Timeline([])
  #cursor = 0
  #evicted: number
  #removals = 0
  #reading: Promise<unknown> = Promise.resolve()

  constructor(deps: ControlDeps, inspector: Inspector, bin: string) {
    this.#deps = deps
    this.#inspector = inspector
    this.#bin = bin
    this.#evicted = this.#evictedNow()
    this.#stop = deps.store.subscribe(bin, (change) => this.#note(change))
  }

  close(): void {
    this.#stop()
  }

  /** What became of one run until now. @throws StoreError */
  async outcome(id: string): Promise<RunOutcome | null> {
    const [outcome = null] = await this.#inTurn(({ kept }) => kept.id === id)
    return outcome
  }

  /**
   * What became of each run until now. @throws StoreError
   * @param tell is told each as soon as it is known, those first that the latest requests concern
   */
  outcomes(tell?: (outcome: RunOutcome) => void): Promise<RunOutcome[]> {
    return this.#inTurn(() => true, tell)
  }

  #inTurn(isAsked: (ran: Ran) => boolean, tell?: (outcome: RunOutcome) => void) {
    const outcomes = this.#reading.catch(() => {}).then(() => this.#judge(isAsked, tell))
    this.#reading = outcomes
    return outcomes
  }

  async #judge(
    isAsked: (ran: Ran) => boolean,
    tell: (outcome: RunOutcome) => void = () => {},
  ): Promise<RunOutcome[]> {
    const record = this.#deps.store.bins.get(this.#bin)
    if (!record) return []
    this.#renew(record)
    if (this.#runs.length === 0) return []
    const before = this.#cursor
    await this.#readOn()
    const outcomes: RunOutcome[] = []
    const turn = createTurns()
    for (const ran of this.#concernedFirst(before).filter(isAsked)) {
      await turn()
      const outcome = this.#outcomeOf(ran)
      tell(outcome)
      outcomes.push(outcome)
    }
    return outcomes
  }

  #concernedFirst(before: number): Ran[] {
    const isConcerned = ({ scenario }: Ran) =>
      scenario.steps.some(({ selector }) => (this.#timeline.of(selector).at(-1)?.seq ?? 0) > before)
    const concerned = new Set(this.#runs.filter(isConcerned))
    return [...concerned, ...this.#runs.filter((ran) => !concerned.has(ran))]
  }

  #outcomeOf({ kept, scenario, run }: Ran): RunOutcome {
    const { startedAt, after, upTo, endedAt } = run
    const now = endedAt ?? this.#deps.now()
    const isOver = endedAt !== null
    const result = judgeRun(scenario, this.#timeline, { startedAt, after, upTo, now, isOver })
    return { id: kept.id, run: viewRun(run), result }
  }

  #renew({ createdAt, scenarios, ownShapes }: BinRecord): void {
    const revisions = [scenarios?.revision, ownShapes?.revision, this.#removals]
    const key = `${createdAt} ${revisions.join(' ')}`
    if (key === this.#key) return
    this.#key = key
    this.#runs = (scenarios?.scenarios ?? []).flatMap((kept) => {
      const scenario = kept.run && scenarioOf(kept)
      return scenario && kept.run ? [{ kept, scenario, run: kept.run }] : []
    })
    this.#timeline = new Timeline(this.#runs.map(({ scenario }) => scenario))
    this.#cursor = Math.min(...this.#runs.map(({ run }) => run.after))
  }

  async #readOn(): Promise<void> {
    const timeline = this.#timeline
    const last = Math.max(...this.#runs.map(({ run }) => run.upTo ?? Infinity))
    const before = Number.isFinite(last) ? last + 1 : undefined
    const range = { after: this.#cursor, before, order: 'asc' } as const
    for await (const entry of this.#inspector.entries(this.#bin, range)) {
      timeline.add(await this.#inspector.subject(entry))
      this.#cursor = entry.request.seq
    }
  }

  /** Retention counts what it takes: what went without being counted was deleted by somebody. */
  #note({ type }: StoreChange): void {
    if (type !== 'removed') return
    const evicted = this.#evictedNow()
    if (evicted === this.#evicted) this.#removals += 1
    this.#evicted = evicted
  }

  #evictedNow(): number {
    return this.#deps.store.state(this.#bin)?.counts.evicted ?? 0
  }
}
