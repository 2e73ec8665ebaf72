import { parseDuration } from './duration.ts'
import { Members, textOf } from './members.ts'
import { isPath, readConditions } from './read-condition.ts'
import {
  scenarioLimits as limits,
  type Capture,
  type ScenarioStep,
  type Selector,
  type Within,
} from './scenario.ts'
import { readSelector } from './selector.ts'
import type { Faults, SourceNode } from './source.ts'

const keys = [
  'expect',
  'never',
  'exactly',
  'of',
  'name',
  'where',
  'within',
  'sameContact',
  'capture',
] as const
const kinds = ['expect', 'never', 'exactly'] as const

/** @param sameContact what the scenario says where the step is silent */
export function readStep(
  node: SourceNode,
  sameContact: boolean,
  faults: Faults,
): ScenarioStep | null {
  const members = Members.of(node, 'A step', keys, faults)
  if (!members) return null
  const [kind, another] = kinds.filter((each) => members.has(each))
  if (kind === undefined || another !== undefined) {
    faults.add(node.start, 'A step is one of expect, never and exactly')
    return null
  }
  if (kind !== 'exactly' && members.has('of')) {
    faults.add(node.start, '"of" belongs to "exactly"')
  }
  const selector = readEvent(members, kind === 'exactly' ? 'of' : kind, faults)
  const count = kind === 'exactly' ? readCount(members, faults) : Number(kind === 'expect')
  const conditions = readConditions(members.get('where'), faults)
  const within = readWithin(members.get('within'), faults)
  const captures = readCaptures(members.get('capture'), kind, faults)
  const name = members.text('name', limits.name)
  const isSame = members.boolean('sameContact') ?? sameContact
  if (!selector) return null
  return {
    kind,
    title: name ?? selector.text,
    count,
    selector,
    conditions,
    within,
    sameContact: isSame,
    captures,
    line: faults.lineOf(node.start),
  }
}

function readEvent(members: Members, key: string, faults: Faults): Selector | null {
  const node = members.get(key)
  if (!node) {
    faults.add(members.start, `"${key}" is missing: an event, or a search`)
    return null
  }
  const text = textOf(node, `"${key}"`, limits.value, faults)
  if (text === null) return null
  const read = readSelector(text)
  if ('selector' in read) return read.selector
  faults.add(node.start, read.error.message)
  return null
}

function readCount(members: Members, faults: Faults): number {
  const node = members.get('exactly')
  const count = node?.type === 'scalar' ? node.value : null
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 1000) {
    return count
  }
  faults.add(node?.start ?? members.start, '"exactly" has to be a number from 0 to 1000')
  return 0
}

const maxTime = limits.days * 86_400_000

/** @returns milliseconds, or `null` with a fault */
export function readTime(node: SourceNode, key: string, faults: Faults): number | null {
  const isText = node.type === 'scalar' && typeof node.value === 'string'
  const time = isText ? parseDuration(String(node.value)) : null
  if (time !== null && time > 0 && time <= maxTime) return time
  faults.add(
    node.start,
    `"${key}" has to be a time such as 500ms, 10s, 5m, 2h or 1d, at most ${limits.days}d`,
  )
  return null
}

function readWithin(node: SourceNode | undefined, faults: Faults): Within | null {
  if (!node) return null
  if (node.type !== 'map') {
    const time = readTime(node, 'within', faults)
    return time === null ? null : { time, from: 'arming', by: 'arrival' }
  }
  const members = Members.of(node, '"within"', ['time', 'from', 'by'], faults)
  const written = members?.get('time')
  if (!members || !written) {
    faults.add(node.start, '"within" needs a time: {time: 10s, from: previous}')
    return null
  }
  const time = readTime(written, 'time', faults)
  const from = members.choice('from', ['arming', 'previous']) ?? 'arming'
  const by = members.choice('by', ['arrival', 'created_at']) ?? 'arrival'
  return time === null ? null : { time, from, by }
}

function readCaptures(
  node: SourceNode | undefined,
  kind: ScenarioStep['kind'],
  faults: Faults,
): Capture[] {
  if (!node) return []
  if (kind === 'never' || node.type !== 'map' || node.entries.length > limits.conditions) {
    faults.add(node.start, '"capture" is a map of names to paths, for steps that expect something')
    return []
  }
  return node.entries.flatMap(({ key, keyStart, value }) => {
    if (!/^[a-z_]\w{0,49}$/i.test(key)) {
      faults.add(keyStart, 'The name of a captured value has letters, digits and _, 50 at most')
    }
    const path = textOf(value, 'What is captured', limits.path, faults)
    if (path !== null && isPath(path)) return [{ name: key, path }]
    if (path !== null) faults.add(value.start, 'A path is a text such as data.contact.id')
    return []
  })
}
