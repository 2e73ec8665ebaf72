import { describe, expect, it } from 'vitest'
import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import { findEvent } from '../../shared/events/catalogue.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { compareWithShape } from '../../shared/observed/compare.ts'
import { ObservedShape } from '../../shared/observed/observed-shape.ts'
import { observedRows } from '../../shared/observed/rows.ts'
import { fieldRows, parentOf, sightingsOf, typesOf } from './field-rows.ts'

describe('fieldRows', () => {
  it('puts what was never seen beside its siblings, with what is documented', () => {
    const rows = fieldRows(viewOf('{"type":"x","data":{"tag":{"id":1}},"created_at":"y"}'))
    const paths = rows.map(({ path }) => path)
    expect(paths.slice(0, 4)).toEqual(['type', 'data', 'data.tag', 'data.tag.id'])
    expect(paths.indexOf('data.tag.name')).toBe(4)
    expect(paths.at(-1)).toBe('account')
    const name = rows.find(({ path }) => path === 'data.tag.name')
    expect(name).toMatchObject({ seen: null, differences: [{ kind: 'never-seen' }] })
  })

  it('puts what differs at the field where it was seen', () => {
    const rows = fieldRows(viewOf('{"data":{"tag":{"id":"1","colour":"red"}}}'))
    const kinds = new Map(
      rows.map(({ path, differences }) => [path, differences.map(({ kind }) => kind)]),
    )
    expect(kinds.get('data.tag.id')).toEqual(['type'])
    expect(kinds.get('data.tag.colour')).toEqual(['undocumented'])
    expect(kinds.get('data.tag')).toEqual([])
  })
})

/** What is told of one document that came as a tag that was added. */
function viewOf(text: string): ObservedEvent {
  const shape = new ObservedShape()
  const sighting = { seq: 1, at: '2026-10-01T12:00:00.000Z' }
  const doc = parseJson(text)
  shape.fold(doc, 0, sighting)
  const { trigger, family, type, label, shape: documented } = findEvent('tag-added')
  return {
    trigger,
    family,
    type,
    label,
    documents: 1,
    first: sighting,
    last: sighting,
    rows: observedRows(shape),
    differences: compareWithShape(shape, documented),
    omitted: 0,
  }
}

describe('parentOf', () => {
  it.each([
    ['a', ''],
    ['a.b', 'a'],
    ['a[]', 'a'],
    ['a[].b', 'a[]'],
    ['a["x.y"]', 'a'],
    ['["x]"]', ''],
  ])('of %s is %s', (path, parent) => expect(parentOf(path)).toBe(parent))
})

describe('typesOf', () => {
  it('counts types only where there are several, and leaves null out', () => {
    const seen = { count: 2, first: { seq: 1, at: '' }, last: { seq: 2, at: '' } }
    expect(typesOf({ types: { string: seen, null: seen } })).toBe('string')
    expect(typesOf({ types: { string: seen, integer: seen } })).toBe('string 2, integer 2')
    expect(typesOf({ types: { null: seen } })).toBe('')
  })
})

describe('sightingsOf', () => {
  it('adds up the types, from the first of all', () => {
    const at = (seq: number) => ({ seq, at: `t${seq}` })
    const difference = { kind: 'undocumented', path: 'a', expected: null, parents: 9 } as const
    const seen = {
      string: { count: 2, first: at(4), last: at(5) },
      null: { count: 1, first: at(3), last: at(3) },
    }
    expect(sightingsOf({ ...difference, seen })).toEqual({ count: 3, first: at(3) })
    expect(sightingsOf({ ...difference, seen: {} })).toBeNull()
  })
})
