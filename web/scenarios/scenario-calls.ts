import { useMemo } from 'react'
import type { Client } from '../../shared/client.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { draftScenario, type Example } from '../../shared/scenario/draft.ts'
import type { GoldenComparison } from '../../shared/scenario/golden.ts'
import type { ScenarioInfo } from '../../shared/scenario/kept.ts'
import type { ScenarioResult } from '../../shared/scenario/result.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'

/** What can be done with the scenarios of a bin. Each throws what the client throws. */
export type ScenarioCalls = {
  list: () => Promise<ScenarioInfo[]>
  create: (text: string, arm: boolean) => Promise<ScenarioInfo>
  change: (scenario: string, text: string) => Promise<ScenarioInfo>
  remove: (scenario: string) => Promise<undefined>
  arm: (scenario: string) => Promise<ScenarioInfo>
  disarm: (scenario: string) => Promise<ScenarioInfo>
  history: (scenario: string) => Promise<ScenarioResult>
  saveGolden: (scenario: string) => Promise<ScenarioInfo>
  compareGolden: (scenario: string) => Promise<GoldenComparison>
  /** The text of a scenario that expects captured requests again. */
  draft: (name: string, seqs: readonly number[]) => Promise<string>
}

/** Requests that one scenario is made of at most. */
const mostExamples = 30

export function useScenarioCalls(session: BinSession): ScenarioCalls {
  const { client } = useServices()
  return useMemo(() => scenarioCalls(client, session), [client, session])
}

function scenarioCalls(client: Client, session: BinSession): ScenarioCalls {
  const { id, key } = session
  const one = (scenario: string) => ({ params: { id, scenario }, key: key() })
  const example = async (seq: number): Promise<Example> => {
    const { events, body } = await client('readRequest', { params: { id, seq }, key: key() })
    const doc = parseJson(body.text ?? '')
    return { events, roots: doc.count > 0 ? [{ doc, node: 0 }] : [] }
  }
  return {
    list: async () => (await client('listScenarios', { params: { id }, key: key() })).scenarios,
    create: (text, arm) =>
      client('createScenario', { params: { id }, body: { text, arm }, key: key() }),
    change: (scenario, text) => client('changeScenario', { ...one(scenario), body: { text } }),
    remove: (scenario) => client('deleteScenario', one(scenario)),
    arm: (scenario) => client('armScenario', one(scenario)),
    disarm: (scenario) => client('disarmScenario', one(scenario)),
    history: (scenario) => client('replayScenario', one(scenario)),
    saveGolden: (scenario) => client('saveGolden', one(scenario)),
    compareGolden: (scenario) => client('compareGolden', one(scenario)),
    async draft(name, seqs) {
      const chosen = seqs.toSorted((a, b) => a - b).slice(0, mostExamples)
      return draftScenario(name, await Promise.all(chosen.map(example)))
    },
  }
}
