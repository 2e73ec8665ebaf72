import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { searchFields } from './fields.ts'
import { parseSearch } from './parse.ts'

const documentation = readFileSync(join(import.meta.dirname, '../../docs/search.md'), 'utf8')
const fieldsAndExamples = documentation.slice(documentation.indexOf('## Fields'))

describe('the fields of the search language', () => {
  it.each(searchFields)('$name is shown by an example', ({ name, example }) => {
    expect(parseSearch(example)).toMatchObject({ query: { type: 'term', field: name } })
  })

  it.each(searchFields.filter(({ name }) => name !== 'json'))('$name is documented', ({ name }) => {
    expect(documentation).toContain(`\`${name}:\``)
  })

  it.each(['is', 'has', 'family'])('%s is documented with all its values', (name) => {
    const values = searchFields.find((field) => field.name === name)?.values ?? []
    expect(values.length).toBeGreaterThan(0)
    expect(values.filter((value) => !documentation.includes(`\`${value}\``))).toEqual([])
  })
})

describe('the documentation', () => {
  const quoted = [...fieldsAndExamples.matchAll(/`([^`]+)`/g)].map(([, example = '']) => example)

  it.each(quoted.filter((example) => /:[^ ]/.test(example)))('uses %j, a search', (example) => {
    expect(parseSearch(example)).toHaveProperty('query')
  })
})
