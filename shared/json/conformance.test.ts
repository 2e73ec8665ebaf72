import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseJson } from './parse.ts'

// Nicolas Seriot's JSONTestSuite: y_ is JSON, n_ is not, of i_ the standard leaves the choice.
const folder = join(import.meta.dirname, 'fixtures/jsontestsuite')
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

/** The text of a file, or nothing where its bytes are not UTF-8 and never reach the parser. */
function decode(name: string): string | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return decoder.decode(readFileSync(join(folder, name)))
  } catch {
    return null
  }
}

describe('JSONTestSuite', () => {
  it('is complete', () => {
    expect(files).toHaveLength(318)
  })

  it.each(files.filter((name) => name.startsWith('y_')))('accepts %s', (name) => {
    expect(parseJson(decode(name) ?? '').error).toBeNull()
  })

  it.each(files.filter((name) => name.startsWith('n_')))('refuses %s', (name) => {
    const text = decode(name)
    expect(text === null || parseJson(text).error !== null).toBe(true)
  })

  const choices = files.filter((name) => name.startsWith('i_') && decode(name) !== null)

  it.each(choices)('reads %s as JSON.parse does', (name) => {
    const text = decode(name) ?? ''
    expect(parseJson(text).error === null).toBe(parses(text.replace(/^\ufeff/, '')))
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
