import { describe, expect, test } from 'vitest'
import { apiForTests, problemOf, startApi } from '../testing/api.ts'

const api = apiForTests()

const wait = (id: string, query = {}) => api.client('waitForRequest', { params: { id }, query })

describe('waiting', () => {
  test('gives what is there already', async () => {
    const { id } = await api.newBin()
    await api.capture(id, 'first')
    await api.capture(id, 'second')
    expect(await wait(id)).toMatchObject({ seq: 1, body: { text: 'first' } })
    expect(await wait(id, { q: 'second' })).toMatchObject({ seq: 2 })
    expect(await wait(id, { after: 1 })).toMatchObject({ seq: 2 })
  })

  test('ends when a request comes that the search finds', async () => {
    const { id } = await api.newBin()
    const waited = wait(id, { q: 'yes', timeout: 10_000 })
    await api.capture(id, 'no')
    await api.capture(id, 'yes')
    await api.capture(id, 'yes')
    expect(await waited).toMatchObject({ seq: 2, body: { text: 'yes' } })
  })

  test('ends for all who wait', async () => {
    const { id } = await api.newBin()
    const all = Array.from({ length: 30 }, () => wait(id, { timeout: 10_000 }))
    await api.capture(id, 'x')
    for (const one of await Promise.all(all)) expect(one.seq).toBe(1)
  })

  test('in vain tells the closest misses, and what they lack', async () => {
    const { id } = await api.newBin()
    await api.capture(id, 'apple pear')
    await api.capture(id, 'apple')
    await api.capture(id, 'nothing')
    await api.capture(id, 'plum apple')
    const problem = await problemOf(wait(id, { q: 'apple pear method:put', timeout: 20 }))
    expect(problem).toMatchObject({
      status: 408,
      code: 'no-match',
      closestMisses: [
        { request: { seq: 1 }, failed: ['method:put'] },
        { request: { seq: 4 }, failed: ['pear', 'method:put'] },
        { request: { seq: 2 }, failed: ['pear', 'method:put'] },
      ],
    })
  })

  test('for nothing at all is told so', async () => {
    const { id } = await api.newBin()
    expect(await problemOf(wait(id, { timeout: 0 }))).toMatchObject({ closestMisses: [] })
  })

  test.each(['timeout=120001', 'timeout=-1', 'after=x', 'q=colour:red'])(
    'refuses %s',
    async (query) => {
      const { id } = await api.newBin()
      expect((await api.ask(`/api/bins/${id}/wait?${query}`)).status).toBe(400)
    },
  )

  test('ends with the bin', async () => {
    const { id, key } = await api.newBin()
    const waited = problemOf(wait(id))
    await api.client('deleteBin', { params: { id }, key })
    expect(await waited).toMatchObject({ code: 'bin-not-found' })
  })

  test('ends with the server', async () => {
    const own = await startApi()
    const { id } = await own.newBin()
    const waited = problemOf(own.client('waitForRequest', { params: { id }, query: {} }))
    await own.capture(id, 'ends the wait of nobody else')
    await waited.catch(() => {})
    const again = problemOf(own.client('waitForRequest', { params: { id }, query: { after: 1 } }))
    await own.ask(`/api/bins/${id}`)
    await own.stop()
    expect(await again).toMatchObject({ status: 503, code: 'shutting-down' })
  })
})
