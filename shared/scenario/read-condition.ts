import { InvalidPattern } from '../pattern/node.ts'
import { patternLimits, readPattern } from '../pattern/regular-expression.ts'
import { Members, textOf } from './members.ts'
import {
  scenarioLimits as limits,
  valueTypes,
  type Condition,
  type ConditionTest,
  type Value,
} from './scenario.ts'
import type { Faults, SourceNode } from './source.ts'

const tests = ['equals', 'oneOf', 'matches', 'pattern', 'exists', 'type', 'captured'] as const

/** Reads `where`: what must be true of the values at each path. */
export function readConditions(node: SourceNode | undefined, faults: Faults): Condition[] {
  if (node === undefined) return []
  if (node.type !== 'map' || node.entries.length > limits.conditions) {
    faults.add(node.start, `"where" has to be a map of at most ${limits.conditions} paths`)
    return []
  }
  return node.entries.flatMap(({ key, keyStart, value }) => {
    if (!isPath(key))
      faults.add(keyStart, 'A path is a text such as data.tag.name or /data/tag/name')
    return readTests(value, faults).map((test) => ({ path: key, ...test }))
  })
}

/** Whether a text can be a path of an event. */
export function isPath(text: string): boolean {
  return text.length <= limits.path && /^(?:\$|\/|[^\s/$])/.test(text)
}

function readTests(node: SourceNode, faults: Faults): ConditionTest[] {
  if (node.type === 'list') {
    faults.add(node.start, 'Write oneOf: [...] for one of several values')
    return []
  }
  if (node.type === 'scalar') {
    const value = valueOf(node, faults)
    return value ? [{ type: 'equals', value }] : []
  }
  const members = Members.of(node, 'A condition', tests, faults)
  if (!members) return []
  if (node.entries.length === 0)
    faults.add(node.start, `A condition needs one of ${tests.join(', ')}`)
  return tests.flatMap((test) => readTest(members, test, faults) ?? [])
}

function readTest(
  members: Members,
  type: (typeof tests)[number],
  faults: Faults,
): ConditionTest | null {
  const node = members.get(type)
  if (!node) return null
  switch (type) {
    case 'equals': {
      const value = valueOf(node, faults)
      return value && { type, value }
    }
    case 'oneOf':
      return { type, values: valuesOf(node, faults) }
    case 'matches': {
      const pattern = textOf(node, '"matches"', limits.value, faults)
      return pattern === null ? null : { type, pattern }
    }
    case 'pattern':
      return patternOf(node, faults)
    case 'exists': {
      const exists = members.boolean('exists')
      return exists === null ? null : { type, exists }
    }
    case 'type': {
      const kind = members.choice('type', valueTypes)
      return kind && { type, kind }
    }
    case 'captured': {
      const name = textOf(node, '"captured"', limits.name, faults)
      return name === null ? null : { type, name }
    }
  }
}

/** As it is written, spaces at its ends included. */
function patternOf(node: SourceNode, faults: Faults): ConditionTest | null {
  if (textOf(node, '"pattern"', patternLimits.length, faults) === null) return null
  if (node.type !== 'scalar') return null
  try {
    return { type: 'pattern', pattern: readPattern(String(node.value)) }
  } catch (error) {
    if (!(error instanceof InvalidPattern)) throw error
    faults.add(node.start, `"pattern": ${error.message}`)
    return null
  }
}

function valuesOf(node: SourceNode, faults: Faults): Value[] {
  if (node.type === 'list' && node.items.length > 0 && node.items.length <= limits.conditions) {
    return node.items.flatMap((item) => valueOf(item, faults) ?? [])
  }
  faults.add(node.start, `"oneOf" has to be a list of 1 to ${limits.conditions} values`)
  return []
}

function valueOf(node: SourceNode, faults: Faults): Value | null {
  if (node.type !== 'scalar') {
    faults.add(node.start, 'Only texts, numbers, true, false and null are compared')
    return null
  }
  const { value } = node
  if (value === null) return { kind: 'null', text: 'null' }
  if (typeof value === 'boolean') {
    return value ? { kind: 'true', text: 'true' } : { kind: 'false', text: 'false' }
  }
  const isExact = Number.isFinite(value) && Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER
  if (typeof value === 'number') {
    if (isExact) return { kind: 'number', text: String(value) }
    faults.add(node.start, 'This number cannot be compared exactly: write matches: "..." instead')
    return null
  }
  if (value.length <= limits.value) return { kind: 'string', text: value }
  faults.add(node.start, `A value has at most ${limits.value} characters`)
  return null
}
