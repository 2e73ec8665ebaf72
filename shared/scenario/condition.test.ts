import { describe, expect, it } from 'vitest'
import { holds } from './condition.ts'
import { evaluate } from './evaluate.ts'
import type { Value } from './scenario.ts'
import { numbered, scenarioOf, send, start } from './testing.ts'

const asking = (test: string) =>
  scenarioOf(`
name: n
steps:
  - expect: tag-added
    where: { data.tag.name: { ${test} } }
`)

function run(test: string, name: string) {
  const request = send('tag-added', { edit: (body) => body.replace('TagKerenSaya', name) })
  const at = { now: start + 60_000, startedAt: start }
  return evaluate(asking(test), numbered(request), at).steps[0]
}

const text = (text: string): Value => ({ kind: 'string', text })

describe('a condition with a regular expression', () => {
  it('finds it anywhere, unless it is tied to the ends, and minds case', () => {
    const pattern = String.raw`pattern: '^lead-\d+$'`
    expect(run(pattern, 'lead-17')).toMatchObject({ state: 'passed' })
    expect(run(pattern, 'Lead-17')).toMatchObject({ state: 'failed' })
    expect(run(String.raw`pattern: '\d'`, 'lead-17')).toMatchObject({ state: 'passed' })
  })

  it('is told in the closest miss', () => {
    expect(run(String.raw`pattern: '^lead-\d+$'`, 'lead')?.closestMiss?.differences).toEqual([
      { field: 'data.tag.name', expected: String.raw`/^lead-\d+$/`, actual: '"lead"' },
    ])
  })

  it('leaves matches what it was, between slashes, too', () => {
    expect(run('matches: "/thanks/*"', '/Thanks/you')).toMatchObject({ state: 'passed' })
    expect(run('matches: "/lead/"', 'lead')).toMatchObject({ state: 'failed' })
  })

  it('decides any value, and of many long ones as many as the steps reach', () => {
    const [condition] = asking('pattern: "(?:b?){300}x|end"').steps[0]?.conditions ?? []
    const long = text('b'.repeat(1001))
    const isHeld = (...values: Value[]) => condition && holds(condition, values, new Map())
    expect(isHeld(text(`${'b'.repeat(998)}end`))).toBe(true)
    expect(isHeld(long, text('end'))).toBe(true)
    expect(isHeld(...Array.from({ length: 99 }, () => long), text('end'))).toBe(false)
  })
})
