import type { ScenarioInfo } from '../../shared/scenario/kept.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { Runs } from './runs.ts'
import { viewScenario } from './view.ts'

/** The scenarios of a bin, with what became of their runs. @throws StoreError */
export async function listScenarios(
  { store }: Pick<ControlDeps, 'store'>,
  runs: Runs,
  bin: string,
): Promise<ScenarioInfo[]> {
  const results = await runs.results(bin)
  const kept = store.bins.get(bin)?.scenarios?.scenarios ?? []
  return kept.map((one) => viewScenario(one, results.get(one.id) ?? null))
}
