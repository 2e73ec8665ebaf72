import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemOf, startApi, type RunningApi } from '../testing/api.ts'

let api: RunningApi
let id: string
beforeAll(async () => {
  api = await startApi()
  id = (await api.newBin()).id
  for (let seq = 1; seq <= 12; seq++) await api.capture(id, seq % 3 === 0 ? 'third' : 'other')
})
afterAll(() => api.stop())

const list = (query = {}) => api.client('listRequests', { params: { id }, query })
const seqs = async (query = {}) => (await list(query)).requests.map(({ seq }) => seq)

describe('the list', () => {
  test('is the newest first, with where it stands', async () => {
    const { requests, ...rest } = await list()
    expect(requests.map(({ seq }) => seq)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(rest).toEqual({ latest: 12, oldest: 1, next: null })
  })

  test('has a row a request', async () => {
    const { requests } = await list({ limit: 1 })
    expect(requests).toEqual([
      {
        seq: 12,
        id: `${id}.12`,
        receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        method: 'POST',
        path: `/bin/${id}`,
        contentType: 'text/plain;charset=UTF-8',
        size: 5,
        event: null,
        verdict: 'none',
        issueCount: 0,
        source: { ip: '127.0.0.1', via: 'socket', documented: false },
        flags: [],
        pinned: false,
      },
    ])
  })

  test('is read page by page, in both directions', async () => {
    const newest = await list({ limit: 5 })
    expect(newest.next).toBe(8)
    expect(await seqs({ limit: 5, before: 8 })).toEqual([7, 6, 5, 4, 3])
    const oldest = await list({ limit: 5, order: 'asc' })
    expect(oldest.next).toBe(5)
    expect(await seqs({ limit: 5, order: 'asc', after: 5 })).toEqual([6, 7, 8, 9, 10])
    expect((await list({ limit: 2, order: 'asc', after: 10 })).next).toBeNull()
  })

  test('lies between two positions', async () => {
    expect(await seqs({ after: 3, before: 7 })).toEqual([6, 5, 4])
    expect(await seqs({ after: 12 })).toEqual([])
    expect(await seqs({ before: 0 })).toEqual([])
  })

  test('holds what a search finds, as many as a page takes', async () => {
    expect(await seqs({ q: 'third' })).toEqual([12, 9, 6, 3])
    expect(await list({ q: 'third', limit: 2 })).toMatchObject({ next: 9 })
    expect(await seqs({ q: 'third', limit: 2, before: 9 })).toEqual([6, 3])
    expect(await seqs({ q: 'third method:get' })).toEqual([])
    expect(await seqs({ q: ' ' })).toHaveLength(12)
  })

  test.each([
    ['limit=0', '/limit'],
    ['limit=501', '/limit'],
    ['limit=x', '/limit'],
    ['limit=1e2', '/limit'],
    ['before=-1', '/before'],
    ['after=1.5', '/after'],
    ['order=up', '/order'],
  ])('refuses %s', async (query, pointer) => {
    const answer = await api.ask(`/api/bins/${id}/requests?${query}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'invalid-input', pointer })
  })

  test('says where a search cannot be read', async () => {
    const problem = await problemOf(list({ q: 'method:get colour:red' }))
    expect(problem).toMatchObject({ status: 400, code: 'invalid-search', position: 11 })
  })
})

describe('the inspect link', () => {
  const json = { headers: { Accept: 'application/json' } }

  test.each(['?inspect', '?inspect=', '?inspect=1', '?inspect&utm_source=x', '/a/b?x=y&inspect'])(
    'gives programs the list: %s',
    async (suffix) => {
      const answer = await api.ask(`/bin/${id}${suffix}`, json)
      expect(await answer.json()).toEqual(await list())
    },
  )

  test('takes the same query', async () => {
    const answer = await api.ask(`/bin/${id}?inspect&limit=1&q=third`, json)
    expect(await answer.json()).toMatchObject({ requests: [{ seq: 12 }], next: 12 })
  })

  test('of a private bin needs the key', async () => {
    const own = await api.newBin({ visibility: 'private' })
    expect((await api.ask(`/bin/${own.id}?inspect`, json)).status).toBe(401)
    expect((await api.ask(`/bin/${own.id}?inspect`, { ...json, key: own.key })).status).toBe(200)
  })

  test.each(['no-such-bin', '%zz', '..%2f..%2fetc', ''])(
    'of no bin is not found: %j',
    async (name) => {
      const answer = await api.ask(`/bin/${name}?inspect`, json)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: 'bin-not-found' })
    },
  )

  test('is never captured', async () => {
    expect((await list()).latest).toBe(12)
  })
})
