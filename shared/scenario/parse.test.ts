import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parseScenario } from './parse.ts'
import { scenarioSchema } from './schema.ts'

const head = 'name: n\nsteps:\n'

/** Where and what is wrong. */
function faults(text: string): string[] {
  return (parseScenario(text).errors ?? []).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  )
}

const whole = `
# What a scenario can say.
name: All of it
order: written
sameContact: true
timeout: 1h
steps:
  - expect: trigger:tag-added data.tag.name:lead
    name: the tag
    where:
      data.tag.id: 141002
      /data/tag/name: { equals: lead, type: string }
      data.contact.email: { matches: "*@example.com", exists: true }
      data.contact.ip: null
      data.tag.code: { pattern: '^lead-\\d+ $' }
    within: 5m
    capture: { tag: data.tag.id }
  - exactly: 2
    of: new-sale
    within: { time: 1.5s, from: previous, by: created_at }
    where: { data.x: { captured: tag, oneOf: [1, "a", true] } }
  - never: contact.tag.removed
    sameContact: false
`

describe('a scenario', () => {
  it('is read from YAML, with everything it can say', () => {
    expect(parseScenario(whole).scenario).toMatchObject({
      name: 'All of it',
      order: 'written',
      timeout: 3_600_000,
      steps: [
        {
          kind: 'expect',
          title: 'the tag',
          count: 1,
          line: 8,
          sameContact: true,
          within: { time: 300_000, from: 'arming', by: 'arrival' },
          captures: [{ name: 'tag', path: 'data.tag.id' }],
          conditions: [
            { path: 'data.tag.id', type: 'equals', value: { kind: 'number', text: '141002' } },
            { path: '/data/tag/name', type: 'equals', value: { kind: 'string', text: 'lead' } },
            { path: '/data/tag/name', type: 'type', kind: 'string' },
            { path: 'data.contact.email', type: 'matches', pattern: '*@example.com' },
            { path: 'data.contact.email', type: 'exists', exists: true },
            { path: 'data.contact.ip', type: 'equals', value: { kind: 'null' } },
            {
              path: 'data.tag.code',
              type: 'pattern',
              pattern: { text: String.raw`/^lead-\d+ $/` },
            },
          ],
        },
        { kind: 'exactly', count: 2, within: { time: 1500, from: 'previous', by: 'created_at' } },
        { kind: 'never', count: 0, title: 'contact.tag.removed', sameContact: false },
      ],
    })
  })

  it('is read from JSON as well', () => {
    const text = '{"name": "n", "steps": [{"expect": "new-sale", "where": {"data.a": 1}}]}'
    expect(parseScenario(text).scenario?.steps).toHaveLength(1)
  })

  it.each([
    ['', '1:1 The scenario is empty: it needs a name and steps'],
    ['- a', '1:1 A scenario has to be a map with name, order, sameContact, timeout, steps'],
    ['steps: []', '1:1 "name" is missing'],
    ['name: n\nsteps: []', '2:8 "steps" has to be a list of 1 to 100 steps'],
    [`${head}  - expect: a\n    wihtin: 5s`, '4:5 Unknown key "wihtin": did you mean "within"?'],
    [`${head}  - expect: a\n    never: b`, '3:5 A step is one of expect, never and exactly'],
    [`${head}  - exactly: 1`, '3:5 "of" is missing: an event, or a search'],
    [`${head}  - expect: "a b:c"`, '3:13 unknown field "b": put it in quotes to search for it'],
    [
      `${head}  - expect: a\n    within: soon`,
      '4:13 "within" has to be a time such as 500ms, 10s, 5m, 2h or 1d, at most 30d',
    ],
    [
      `${head}  - expect: a\n    where: {b: [1]}`,
      '4:16 Write oneOf: [...] for one of several values',
    ],
    [`${head}  - expect: a\n    where: {b: {captured: c}}`, '3:5 No earlier step captures "c"'],
    [
      `${head}  - expect: a\n    where: {b: 12345678901234567890}`,
      '4:16 This number cannot be compared exactly: write matches: "..." instead',
    ],
    [
      `${head}  - expect: a\n    where: {b: {pattern: "a(?=b)"}}`,
      '4:26 "pattern": Character 2: looking ahead or behind is not supported: write what is to match',
    ],
    [
      `${head}  - expect: a\n    where: {b: {pattern: 7}}`,
      '4:26 "pattern" has to be a text of 1 to 1000 characters',
    ],
    [
      'name: &a n\nsteps: *a',
      '1:10 Anchors and aliases (& and *) are not taken: write the value out',
    ],
    ['name: !!binary aGk=\nsteps: []', '1:16 Tags (!) are not taken'],
    [
      'name: a: b',
      '1:7 A key inside a value: check the indentation, or put a text with a colon in quotes',
    ],
    ['name: n\nsteps', '2:1 A key needs a colon after it'],
    ['name: n\nname: m', '2:1 Map keys must be unique'],
    [
      'name: [n',
      '1:9 Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      '__proto__: {}\nname: n\nsteps: [{expect: a}]',
      '1:1 Unknown key "__proto__": known are name, order, sameContact, timeout, steps',
    ],
  ])('%j is refused with its place', (text, fault) => {
    expect(faults(text)).toContain(fault)
  })

  it('looks at two hundred paths and no more', () => {
    const looking = (count: number) => {
      const paths = Array.from({ length: count }, (_, index) => `data.fields[${index}].value`)
      const steps = Array.from({ length: 5 }, (_, at) => ({
        expect: 'new-sale',
        where: Object.fromEntries(paths.slice(at * 50, at * 50 + 50).map((path) => [path, 1])),
      }))
      return JSON.stringify({ name: 'n', steps })
    }
    expect(faults(looking(200))).toEqual([])
    expect(faults(looking(201))).toEqual(['1:1 A scenario looks at 200 different paths at most'])
  })

  it('has regular expressions of a bounded size, all of them together', () => {
    const asking = (size: number) =>
      `${head}  - expect: a\n    where: { b: { pattern: "b{499}" }, c: { pattern: "c{${size}}" } }`
    expect(faults(asking(499))).toEqual([])
    expect(faults(asking(500))).toEqual([
      '1:1 The patterns are too large together: repeat less, or write fewer',
    ])
  })

  it('is refused in no time where it is hostile', () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]`
    for (const text of ['['.repeat(32_000), 'a: '.repeat(10_000), bomb, 'x'.repeat(70_000)]) {
      expect(faults(text).length).toBeGreaterThan(0)
    }
    expect(faults(`${head}${'  - expect: a b:c\n'.repeat(90)}`)).toHaveLength(20)
  })
})

describe('the JSON Schema of scenarios', () => {
  const validate = new Ajv2020({ strict: false }).compile(scenarioSchema())
  const step = { expect: 'a' }

  it.each([
    { name: 'n', steps: [step] },
    { name: 'n', order: 'any', timeout: '5m', steps: [{ exactly: 0, of: 'a', within: '1s' }] },
    { name: 'n', steps: [{ never: 'a', where: { 'a.b': null, c: { oneOf: [1] } } }] },
    { name: 'n', steps: [] },
    { steps: [step] },
    { name: 'n', steps: [{ ...step, never: 'b' }] },
    { name: 'n', steps: [{ ...step, where: { a: [1] } }] },
    { name: 'n', steps: [{ ...step, within: { from: 'previous' } }] },
    { name: 'n', steps: [{ never: 'a', capture: { a: 'b' } }] },
    { name: 'n', order: 'strict', steps: [step] },
    { name: 'n', more: 1, steps: [step] },
    { name: ' ', steps: [step] },
    { name: 'n'.repeat(201), steps: [step] },
    { name: 'n', timeout: '0s', steps: [step] },
    { name: 'n', timeout: '0.5s', steps: [step] },
    { name: 'n', timeout: 5, steps: [step] },
    { name: 'n', steps: [{ exactly: 1.5, of: 'a' }] },
    { name: 'n', steps: [{ exactly: 1 }] },
    { name: 'n', steps: [{ expect: 'a', of: 'b' }] },
    { name: 'n', steps: [{ expect: ' ' }] },
    { name: 'n', steps: [{ ...step, capture: { 'a-b': 'data.a' } }] },
    { name: 'n', steps: [{ ...step, capture: { ab: 'data.a' } }] },
    { name: 'n', steps: [{ ...step, capture: { ab: '' } }] },
    { name: 'n', steps: [{ ...step, where: { a: 2 ** 60 } }] },
    { name: 'n', steps: [{ ...step, where: { a: -1.5 } }] },
    { name: 'n', steps: [{ ...step, where: { a: {} } }] },
    { name: 'n', steps: [{ ...step, where: { a: { equals: [1] } } }] },
    { name: 'n', steps: [{ ...step, where: { a: { oneOf: [] } } }] },
    { name: 'n', steps: [{ ...step, where: { a: { matches: '' } } }] },
    { name: 'n', steps: [{ ...step, where: { a: { matches: 'x*', type: 'string' } } }] },
    { name: 'n', steps: [{ ...step, where: { a: { pattern: '^a', matches: '/a/' } } }] },
    { name: 'n', steps: [{ ...step, where: { a: { pattern: ' ' } } }] },
    { name: 'n', steps: [{ ...step, where: { a: { pattern: 7 } } }] },
    { name: 'n', steps: [{ ...step, where: { a: { exists: 'yes' } } }] },
    { name: 'n', steps: [{ ...step, where: { a: { type: 'date' } } }] },
    { name: 'n', steps: [{ ...step, where: { '': 1 } }] },
    { name: 'n', steps: [{ ...step, where: { ' a': 1 } }] },
    { name: 'n', steps: [{ ...step, where: { '/data/a': 1, $: { exists: true } } }] },
    { name: 'n', steps: [{ ...step, sameContact: 'yes' }] },
    { name: 'n', steps: [{ ...step, within: { time: '1s', from: 'previous', by: 'arrival' } }] },
    { name: 'n', steps: [{ ...step, within: { time: '1s', of: 'previous' } }] },
  ])('takes what is read and nothing else: %j', (value) => {
    expect(validate(value)).toBe(parseScenario(JSON.stringify(value)).scenario !== undefined)
  })
})
