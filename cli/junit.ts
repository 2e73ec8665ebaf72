import type { ScenarioResult, StepResult } from '../shared/scenario/result.ts'

/** The result of a scenario as a JUnit report: a suite, and a case a step. */
export function junitOf(name: string, { steps }: ScenarioResult, seconds: number): string {
  const failures = steps.filter(({ state }) => state === 'failed').length
  const skipped = steps.filter(({ state }) => state === 'waiting').length
  const counts = `tests="${steps.length}" failures="${failures}" skipped="${skipped}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${xml(name)}" ${counts} time="${seconds.toFixed(3)}">
${steps.map((step, place) => caseOf(name, step, place + 1)).join('\n')}
  </testsuite>
</testsuites>
`
}

function caseOf(name: string, step: StepResult, place: number): string {
  const { kind, count, title, state } = step
  const asked = kind === 'exactly' ? `exactly ${count}` : kind
  const head = `    <testcase classname="${xml(name)}" name="${xml(`${place}. ${asked} ${title}`)}"`
  if (state === 'passed') return `${head}/>`
  if (state === 'waiting') return `${head}><skipped/></testcase>`
  const { message, details } = failureOf(step)
  return `${head}><failure message="${xml(message)}">${xml(details)}</failure></testcase>`
}

function failureOf({ closestMiss: miss }: StepResult) {
  if (miss === null) return { message: 'nothing came near', details: '' }
  const details = miss.differences.map(
    ({ field, expected, actual }) => `${field}: expected ${expected}, was ${actual}`,
  )
  return { message: `closest: #${miss.seq} ${miss.event}`, details: details.join('\n') }
}

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** Text for an attribute or an element; what XML cannot hold at all is replaced. */
function xml(text: string): string {
  return text
    .replaceAll(/[<>&"]/g, (character) => entities[character] ?? '')
    .replaceAll(/[^\n\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('\n', '&#10;')
}
