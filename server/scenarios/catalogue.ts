import { customRandom } from 'nanoid'
import { OneByOne } from '../../shared/one-by-one.ts'
import { keptLimits, type KeptScenario } from '../../shared/scenario/kept.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { BinRecord } from '../store/store.ts'

type Edit = (scenarios: readonly KeptScenario[]) => KeptScenario[]

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** The scenarios of bins, kept in their settings. */
export class ScenarioCatalogue {
  readonly #deps: ControlDeps
  readonly #newId: () => string
  /** Of two changes of a bin at a time one would be lost. */
  readonly #oneByOne = new OneByOne()

  constructor(deps: ControlDeps) {
    this.#deps = deps
    this.#newId = customRandom(alphabet, 10, deps.random)
  }

  of({ id }: BinRecord): readonly KeptScenario[] {
    return this.#deps.store.bins.get(id)?.scenarios?.scenarios ?? []
  }

  /** @throws HttpProblem `scenario-not-found` */
  find(bin: BinRecord, id: string): KeptScenario {
    return find(this.of(bin), id)
  }

  /** @throws HttpProblem `invalid-input` where the bin has as many as it may, StoreError */
  async create(bin: BinRecord, draft: Omit<KeptScenario, 'id'>): Promise<KeptScenario> {
    const kept = { id: this.#newId(), ...draft }
    await this.#edit(bin.id, (scenarios) => [...scenarios, kept])
    return kept
  }

  /** @throws HttpProblem `scenario-not-found`, StoreError */
  async change(
    bin: BinRecord,
    id: string,
    change: (kept: KeptScenario) => Partial<Omit<KeptScenario, 'id'>>,
  ): Promise<KeptScenario> {
    let changed = this.find(bin, id)
    await this.#edit(bin.id, (scenarios) => {
      const kept = find(scenarios, id)
      changed = { ...kept, ...change(kept) }
      return scenarios.map((each) => (each.id === id ? changed : each))
    })
    return changed
  }

  /** @throws HttpProblem `scenario-not-found`, StoreError */
  async delete(bin: BinRecord, id: string): Promise<void> {
    await this.#edit(bin.id, (scenarios) => {
      const gone = find(scenarios, id)
      return scenarios.filter((scenario) => scenario !== gone)
    })
  }

  #edit(bin: string, edit: Edit): Promise<void> {
    return this.#oneByOne.run(bin, () => this.#save(bin, edit))
  }

  async #save(id: string, edit: Edit): Promise<void> {
    const { bins } = this.#deps.store
    const kept = bins.get(id)?.scenarios
    const scenarios = edit(kept?.scenarios ?? [])
    checkLimits(scenarios)
    await bins.update(id, { scenarios: { revision: (kept?.revision ?? 0) + 1, scenarios } })
  }
}

function checkLimits(scenarios: readonly KeptScenario[]): void {
  if (scenarios.length > keptLimits.scenarios) {
    throw new HttpProblem('invalid-input', `A bin has at most ${keptLimits.scenarios} scenarios.`)
  }
  const length = scenarios.reduce((sum, { text }) => sum + text.length, 0)
  if (length > keptLimits.length) {
    const detail = `All scenarios of a bin have at most ${keptLimits.length} characters.`
    throw new HttpProblem('invalid-input', detail)
  }
}

function find(scenarios: readonly KeptScenario[], id: string): KeptScenario {
  const scenario = scenarios.find((each) => each.id === id)
  if (scenario) return scenario
  throw new HttpProblem('scenario-not-found', 'The bin has no scenario with this id.')
}
