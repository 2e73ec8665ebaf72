import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samples } from '../../shared/events/samples.ts'
import { problemOf, startApi, type RunningApi } from '../testing/api.ts'

let api: RunningApi
let id: string
beforeAll(async () => {
  api = await startApi()
  id = (await api.newBin()).id
  const headers = { 'Content-Type': 'application/json' }
  await api.capture(id, samples['new-sale'], { headers })
  await api.capture(id, samples['tag-added'], { headers })
  await api.capture(id, samples['tag-added'], { headers })
  await api.capture(id, 'hello')
})
afterAll(() => api.stop())

const facets = (q?: string) =>
  api.client('readFacets', { params: { id }, query: q === undefined ? {} : { q } })

describe('facets', () => {
  test('count the whole bin by verdict and by event, the most frequent first', async () => {
    const { total, looked, complete, verdicts, events } = await facets()
    expect({ total, looked, complete }).toEqual({ total: 4, looked: 4, complete: true })
    expect(verdicts).toEqual([
      { verdict: 'valid', count: 3 },
      { verdict: 'none', count: 1 },
    ])
    expect(events.map(({ trigger, count }) => [trigger, count])).toEqual([
      ['tag-added', 2],
      ['new-sale', 1],
    ])
  })

  test('place every request in time', async () => {
    const { timeline } = await facets()
    const counts = timeline?.counts.flatMap((stretch) => Object.values(stretch)) ?? []
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4)
  })

  test('count what a search finds, nothing included', async () => {
    expect(await facets('trigger:tag-added')).toMatchObject({ total: 2, looked: 4 })
    expect(await facets('trigger:tag-added verdict:none')).toMatchObject({
      total: 0,
      verdicts: [],
      events: [],
      timeline: null,
    })
  })

  test('say what is wrong with a search', async () => {
    expect(await problemOf(facets('verdict:('))).toMatchObject({ code: 'invalid-search' })
  })

  test('of a private bin are for who has its key', async () => {
    const { id, key } = await api.newBin({ visibility: 'private' })
    const params = { id }
    expect(await problemOf(api.client('readFacets', { params }))).toMatchObject({ status: 401 })
    expect(await api.client('readFacets', { params, key })).toMatchObject({ total: 0 })
  })
})
