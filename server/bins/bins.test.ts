import { operations } from '../../shared/operations.ts'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { apiForTests, problemOf, startApi } from '../testing/api.ts'
import { eventually } from '../testing/raw-client.ts'

const api = apiForTests()

describe('making a bin', () => {
  test('gives its addresses, its settings and, this once, its owner key', async () => {
    const { bin, ownerKey } = await api.client('createBin', { body: { name: 'My shop' } })
    expect(bin).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{20}$/),
      name: 'My shop',
      captureUrl: `${api.base}/bin/${bin.id}`,
      inspectUrl: `${api.base}/bin/${bin.id}?inspect`,
      visibility: 'link',
      note: '',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      expiresAt: null,
      latest: 0,
      oldest: null,
      counts: { requests: 0, bytes: 0, evicted: 0, truncated: 0, aborted: 0, rejected: 0 },
      reply: expect.objectContaining({ status: 200, body: 'ok\n' }),
      replyStep: 0,
      hasSecret: false,
      shapesRevision: 0,
      scenariosRevision: 0,
    })
    expect(ownerKey).toMatch(/^[\w-]{32}$/)
    const kept = JSON.stringify(api.store.bins.get(bin.id))
    expect(kept).not.toContain(ownerKey)
    expect(kept).toContain(createHash('sha256').update(ownerKey).digest('hex'))
  })

  test('needs no input at all', async () => {
    const answer = await api.ask('/api/bins', { method: 'POST' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toHaveProperty('bin.id')
  })

  test('takes a chosen id once', async () => {
    await api.newBin({ id: 'my-shop' })
    const problem = await problemOf(api.newBin({ id: 'my-shop' }))
    expect(problem).toMatchObject({ status: 409, code: 'bin-exists', pointer: '/id' })
  })

  test.each(['ab', '-abc', 'Abc', 'a b c', 'a/b', '../x', 'a.json', 'ä-b-c', 'x'.repeat(65)])(
    'refuses the id %j',
    async (id) => {
      const problem = await problemOf(api.newBin({ id }))
      expect(problem).toMatchObject({ status: 400, code: 'invalid-input', pointer: '/id' })
    },
  )

  test.each([
    [{ visibility: 'public' }, '/visibility'],
    [{ name: 7 }, '/name'],
    [{ name: 'x'.repeat(201) }, '/name'],
    [{ colour: 'red' }, '/colour'],
    [{ ttl: 'soon' }, '/ttl'],
    [{ ttl: '0d' }, '/ttl'],
    [{ ttl: -1 }, '/ttl'],
    [{ reply: { status: 99 } }, '/reply/status'],
    [{ reply: { headers: [['Content-Length', '2']] } }, '/reply/headers/0'],
    [JSON.parse('{"__proto__": {"x": 1}}'), '/__proto__'],
    [[], ''],
    ['text', ''],
  ])('refuses %j and says where', async (json, pointer) => {
    const answer = await api.ask('/api/bins', { json })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'invalid-input', pointer })
  })

  test.each([
    [60_000, 60_000],
    ['90m', 5_400_000],
    ['7d', 604_800_000],
  ])('with a ttl of %j lets it expire', async (ttl, life) => {
    const { bin } = await api.newBin({ ttl })
    expect(Date.parse(bin.expiresAt ?? '') - Date.parse(bin.createdAt)).toBe(life)
  })

  test('that has expired, it is gone', async () => {
    const { id } = await api.newBin({ ttl: 1 })
    await eventually(async () => (await api.ask(`/api/bins/${id}`)).status === 404)
    expect(await problemOf(api.client('readBin', { params: { id } }))).toMatchObject({
      code: 'bin-not-found',
    })
  })
})

describe('a bin', () => {
  test('is read with its id alone', async () => {
    const { id, bin } = await api.newBin()
    expect(await api.client('readBin', { params: { id } })).toEqual(bin)
  })

  test('counts what it captures', async () => {
    const { id } = await api.newBin()
    await api.capture(id, 'hello')
    await api.capture(id, 'you')
    expect(await api.client('readBin', { params: { id } })).toMatchObject({
      latest: 2,
      oldest: 1,
      counts: { requests: 2, bytes: 8 },
    })
  })

  test('is changed part by part', async () => {
    const { id, key } = await api.newBin({ name: 'before', secret: 's' })
    const params = { id }
    const change = { reply: { status: 503, cors: true } }
    const changed = await api.client('changeBin', { params, key, body: change })
    expect(changed).toMatchObject({ name: 'before', hasSecret: true })
    expect(changed.reply).toMatchObject({ status: 503, cors: true, body: 'ok\n' })
    const renamed = await api.client('changeBin', {
      params,
      key,
      body: { name: 'after', secret: '' },
    })
    expect(renamed).toMatchObject({ name: 'after', hasSecret: false, reply: { status: 503 } })
    const reply = await fetch(renamed.captureUrl, { method: 'POST' })
    expect(reply.status).toBe(503)
  })

  test('takes the reply of a new bin back for null', async () => {
    const { id, key } = await api.newBin({ reply: { status: 500, sequence: [404] } })
    const { reply } = await api.client('changeBin', { params: { id }, key, body: { reply: null } })
    const fresh = await api.newBin()
    expect(reply).toEqual(api.store.bins.get(fresh.id)?.reply)
  })

  test('never tells its secret', async () => {
    const { id, key } = await api.newBin({ secret: 'top-secret-7' })
    const answers = await Promise.all([
      api.ask(`/api/bins/${id}`, { key }),
      api.ask(`/api/bins/${id}`, { method: 'PATCH', key, json: { name: 'x' } }),
      api.ask(`/api/bins/${id}/requests`, { key }),
    ])
    for (const answer of answers) expect(await answer.text()).not.toContain('top-secret-7')
  })

  test('begins its reply sequence anew when told, and when the sequence changes', async () => {
    const { id, key } = await api.newBin({ reply: { sequence: [500, 200] } })
    const params = { id }
    const statuses = async () => (await fetch(`${api.base}/bin/${id}`, { method: 'POST' })).status
    expect([await statuses(), await statuses(), await statuses()]).toEqual([500, 200, 200])
    expect(await api.client('readBin', { params })).toMatchObject({ replyStep: 2 })
    expect(await api.client('restartReply', { params, key })).toMatchObject({ replyStep: 0 })
    expect(await statuses()).toBe(500)
    await api.client('changeBin', { params, key, body: { name: 'renamed' } })
    expect(await statuses()).toBe(200)
    await api.client('changeBin', { params, key, body: { reply: { sequence: [404] } } })
    expect(await statuses()).toBe(404)
  })

  test('lists what knocked and was refused', async () => {
    const { id } = await api.newBin()
    const { rejected } = await api.client('listRejected', { params: { id } })
    expect(rejected).toEqual([])
  })

  test('that is deleted is gone with its requests', async () => {
    const { id, key } = await api.newBin()
    await api.capture(id, 'x')
    expect((await api.ask(`/api/bins/${id}`, { method: 'DELETE', key })).status).toBe(204)
    for (const path of ['', '/requests', '/requests/1', '/requests/1/body', '/wait', '/rejected']) {
      const answer = await api.ask(`/api/bins/${id}${path}`)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: 'bin-not-found' })
    }
  })

  test.each([
    '..%2f..%2fetc',
    '%2e%2e',
    'a%2fb',
    '__proto__',
    'constructor',
    '%00',
    'a.json',
    'CON',
  ])('is not found under %j', async (id) => {
    expect((await api.ask(`/api/bins/${id}`)).status).toBe(404)
    expect((await api.ask(`/api/bins/${id}/requests`)).status).toBe(404)
  })
})

describe('the owner key', () => {
  const changes: [method: string, path: string, json?: unknown][] = [
    ['PATCH', '', { name: 'x' }],
    ['DELETE', ''],
    ['DELETE', '/requests'],
    ['PATCH', '/requests/1', { pinned: true }],
    ['DELETE', '/requests/1'],
    ['POST', '/reply/restart'],
    ['POST', '/send', { trigger: 'new-sale' }],
  ]

  test.each(changes)('is needed to %s /api/bins/:id%s', async (method, path, json) => {
    const { id } = await api.newBin()
    const other = await api.newBin()
    await api.capture(id, 'x')
    const without = await api.ask(`/api/bins/${id}${path}`, { method, json })
    expect(without.status).toBe(401)
    expect(without.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(await without.json()).toMatchObject({ code: 'owner-key-required' })
    const wrong = await api.ask(`/api/bins/${id}${path}`, { method, json, key: other.key })
    expect(wrong.status).toBe(403)
    expect(await wrong.json()).toMatchObject({ code: 'owner-key-wrong' })
    expect(await api.client('readBin', { params: { id } })).toMatchObject({ latest: 1, oldest: 1 })
  })

  const reading = Object.values(operations)
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/bins/:id'))
    .map(({ path }) => path)

  test.each([...reading, '/bin/:id?inspect'])(
    'is needed to read a private bin: GET %s',
    async (path) => {
      const { id } = await api.newBin({ visibility: 'private' })
      const address = path.replace(':id', id).replace(/:\w+/g, '1')
      const headers = { Accept: 'application/json' }
      expect((await api.ask(address, { headers })).status).toBe(401)
      expect((await api.ask(address, { headers, key: 'wrong' })).status).toBe(403)
    },
  )

  test('opens a private bin', async () => {
    const { id, key } = await api.newBin({ visibility: 'private' })
    await api.capture(id, 'x')
    const { requests } = await api.client('listRequests', { params: { id }, key })
    expect(requests).toHaveLength(1)
  })

  test('has no part in capturing', async () => {
    const { id } = await api.newBin({ visibility: 'private' })
    expect(await api.capture(id, 'x')).toBe(1)
  })
})

test('a server of private bins makes others only where they are asked for', async () => {
  const server = await startApi({ privateBins: true })
  const made = [await server.newBin(), await server.newBin({ visibility: 'link' })]
  expect(made.map(({ bin }) => bin.visibility)).toEqual(['private', 'link'])
  await server.stop()
})
