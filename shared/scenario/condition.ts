import { matchesWhole } from '../search/pattern.ts'
import { scenarioLimits, type Condition, type Value } from './scenario.ts'
import { isSameValue, printValue, typeOf } from './values.ts'

/** What earlier steps have captured, by name. */
export type Captured = ReadonlyMap<string, Value>

/** Whether one of the values at the path is what a condition asks for. */
export function holds(condition: Condition, values: readonly Value[], captured: Captured): boolean {
  switch (condition.type) {
    case 'equals':
      return values.some((value) => isSameValue(value, condition.value))
    case 'oneOf':
      return values.some((value) => condition.values.some((one) => isSameValue(value, one)))
    case 'matches':
      return values.some(({ text }) => matchesPattern(condition.pattern, text))
    case 'pattern': {
      const steps = { left: scenarioLimits.patternSteps * condition.pattern.weight }
      return values.some(({ text }) => condition.pattern.test(text, steps) === true)
    }
    case 'exists':
      return values.length > 0 === condition.exists
    case 'type':
      return values.some((value) => typeOf(value) === condition.kind)
    case 'captured': {
      const known = captured.get(condition.name)
      return known !== undefined && values.some((value) => isSameValue(value, known))
    }
  }
}

/** Case does not matter, as in a search; linear, whatever the pattern. */
function matchesPattern(pattern: string, text: string): boolean {
  return matchesWhole({ type: 'pattern', parts: pattern.split('*') }, text)
}

/** What a condition asks for, in short. */
export function printCondition(condition: Condition, captured: Captured): string {
  switch (condition.type) {
    case 'equals':
      return printValue(condition.value)
    case 'oneOf':
      return condition.values.map(printValue).join(' | ')
    case 'matches':
      return condition.pattern
    case 'pattern':
      return condition.pattern.text
    case 'exists':
      return condition.exists ? 'something' : 'nothing'
    case 'type':
      return condition.kind
    case 'captured': {
      const known = captured.get(condition.name)
      return known ? printValue(known) : `captured ${condition.name}`
    }
  }
}
