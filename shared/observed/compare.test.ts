import { describe, expect, it } from 'vitest'
import { catalogue, findEvent } from '../events/catalogue.ts'
import type { Trigger } from '../events/trigger.ts'
import { parseJson } from '../json/parse.ts'
import { compareWithShape } from './compare.ts'
import { ObservedShape } from './observed-shape.ts'

function compare(trigger: Trigger, ...edits: ((sample: string) => string)[]) {
  const { sample, shape } = findEvent(trigger)
  const observed = new ObservedShape()
  edits.forEach((edit, place) => {
    observed.fold(parseJson(edit(sample)), 0, { seq: place + 1, at: '' })
  })
  return compareWithShape(observed, shape).map(({ kind, path, expected, seen, parents }) => {
    const types = Object.entries(seen).map(([type, { count, first }]) => [type, count, first.seq])
    return [kind, path, expected, parents, ...types]
  })
}

const asIs = (sample: string) => sample

describe('what was seen beside what is documented', () => {
  it('is the same for every documented sample, but for what comes sometimes', () => {
    for (const { trigger } of catalogue) {
      const differences = compare(trigger, asIs)
      for (const [kind] of differences) expect(kind, trigger).toBe('never-seen')
    }
    expect(compare('tag-added', asIs)).toEqual([])
  })

  it('tells what is documented but never seen, once for a whole object', () => {
    const withoutTag = (sample: string) => sample.replace('"tag"', '"label"')
    expect(compare('tag-added', withoutTag)).toEqual([
      ['undocumented', 'data.label', null, 1, ['object', 1, 1]],
      ['never-seen', 'data.tag', 'an object', 1],
    ])
  })

  it('tells what is seen but undocumented, since when and how often', () => {
    const extra = (sample: string) => sample.replace('"name"', '"colour": "red", "name"')
    expect(compare('tag-added', asIs, extra, extra)).toEqual([
      ['undocumented', 'data.tag.colour', null, 3, ['string', 2, 2]],
    ])
  })

  it('tells types and nulls that are not documented', () => {
    const edit = (sample: string) =>
      sample.replace(/"id":\s*\d+/, '"id": "7"').replace(/"email":\s*"[^"]*"/, '"email": null')
    expect(compare('tag-added', edit, asIs)).toEqual([
      ['type', 'data.tag.id', 'an integer', 2, ['string', 1, 1]],
      ['null', 'data.contact.email', 'a string (e-mail address)', 2, ['null', 1, 1]],
    ])
  })

  it('tells where something stands in place of the only null that is documented', () => {
    const edit = (sample: string) => sample.replace(/"coupon":\s*null/, '"coupon": {"code": "X"}')
    const expected = 'null (or an integer, a string, an object)'
    const difference = ['type', 'data.coupon', expected, 1, ['object', 1, 1]]
    expect(compare('new-sale', edit)).toContainEqual(difference)
  })

  it('lets contact fields have any slug, and be [] where there are none', () => {
    const slug = (sample: string) => sample.replace(/"fields":\s*\[\]/, '"fields": {"vip": "yes"}')
    const list = (sample: string) => sample.replace(/"fields":\s*\[\]/, '"fields": [{"slug": "a"}]')
    expect(compare('tag-added', slug, asIs)).toEqual([])
    expect(compare('tag-added', asIs, list)).toEqual([
      ['undocumented', 'data.contact.fields[]', null, 2, ['object', 1, 2]],
    ])
  })

  it('asks of the resources of a sale what one of their kinds has', () => {
    const paths = compare('new-sale', asIs).map(([, path]) => path)
    expect(paths.filter((path) => String(path).includes('resources'))).toEqual([])
  })
})
