import { Members } from './members.ts'
import { readStep, readTime } from './read-step.ts'
import {
  scenarioLimits as limits,
  type Condition,
  type Scenario,
  type ScenarioStep,
} from './scenario.ts'
import { readSource, type Faults, type ScenarioError, type SourceNode } from './source.ts'

export type ParsedScenario =
  | { scenario: Scenario; errors?: undefined }
  | { scenario?: undefined; errors: ScenarioError[] }

/** Reads a scenario from YAML or JSON. Never throws: what is wrong comes back with its places. */
export function parseScenario(text: string): ParsedScenario {
  const { root, faults } = readSource(text)
  const scenario = root && readScenario(root, faults)
  if (scenario && faults.errors.length === 0) return { scenario }
  return { errors: faults.errors.toSorted((a, b) => a.position - b.position) }
}

function readScenario(root: SourceNode, faults: Faults): Scenario | null {
  const known = ['name', 'order', 'sameContact', 'timeout', 'steps']
  const members = Members.of(root, 'A scenario', known, faults)
  if (!members) return null
  if (!members.has('name')) faults.add(root.start, '"name" is missing')
  const name = members.text('name', limits.name)
  const order = members.choice('order', ['any', 'written']) ?? 'any'
  const sameContact = members.boolean('sameContact') ?? false
  const timeoutNode = members.get('timeout')
  const timeout = timeoutNode ? readTime(timeoutNode, 'timeout', faults) : null
  const steps = readSteps(members.get('steps'), root.start, sameContact, faults)
  const paths = steps.flatMap(({ conditions, captures }) => [...conditions, ...captures])
  if (new Set(paths.map(({ path }) => path)).size > limits.paths) {
    faults.add(root.start, `A scenario looks at ${limits.paths} different paths at most`)
  }
  const weight = steps.flatMap(({ conditions }) => conditions).reduce(addWeight, 0)
  if (weight > limits.patterns) {
    faults.add(root.start, 'The patterns are too large together: repeat less, or write fewer')
  }
  return name === null ? null : { name, order, timeout, steps }
}

function addWeight(sum: number, condition: Condition): number {
  return condition.type === 'pattern' ? sum + condition.pattern.weight : sum
}

function readSteps(
  node: SourceNode | undefined,
  start: number,
  sameContact: boolean,
  faults: Faults,
): ScenarioStep[] {
  const items = node?.type === 'list' ? node.items : []
  if (items.length === 0 || items.length > limits.steps) {
    faults.add(node?.start ?? start, `"steps" has to be a list of 1 to ${limits.steps} steps`)
    return []
  }
  const names = new Set<string>()
  return items.flatMap((item) => {
    const step = readStep(item, sameContact, faults)
    if (!step) return []
    for (const condition of step.conditions) {
      if (condition.type === 'captured' && !names.has(condition.name)) {
        faults.add(item.start, `No earlier step captures "${condition.name}"`)
      }
    }
    for (const { name } of step.captures) names.add(name)
    return [step]
  })
}
