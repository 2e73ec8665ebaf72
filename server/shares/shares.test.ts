import { describe, expect, test } from 'vitest'
import { operations, type OperationName } from '../../shared/operations.ts'
import type { CreateShareInput } from '../../shared/input.ts'
import { sharedOperations, shareOperations } from '../../shared/share/allowed.ts'
import { apiForTests, problemOf } from '../testing/api.ts'
import { liveReaders } from '../testing/live-readers.ts'

const api = apiForTests()
const reader = liveReaders(api)

async function newShare(input: CreateShareInput = {}, bin = api.newBin()) {
  const { id, key } = await bin
  const { share, token, url } = await api.client('createShare', {
    params: { id },
    key,
    body: input,
  })
  return { bin: id, key, share, token, url, id: share.id }
}

function live(id: string, token: string) {
  const client = reader(id)
  client.socket.once('open', () => client.socket.send(JSON.stringify({ type: 'auth', token })))
  return client
}

const read = (id: string, token: string) =>
  api.client('listRequests', { params: { id }, key: token })

describe('a share', () => {
  test('is told once, in a link whose server never sees the token', async () => {
    const { bin, key, share, token, url } = await newShare({ name: 'Ana' })
    expect(new URL(url)).toMatchObject({ pathname: '/share', search: '', hash: `#${token}` })
    const listed = await api.client('listShares', { params: { id: bin }, key })
    expect(listed.shares).toEqual([share])
    expect(JSON.stringify(api.store.bins.get(bin))).not.toContain(token.slice(-32))
  })

  test('shows the bin under another id, and the bin itself to nobody', async () => {
    const { bin, id, token } = await newShare()
    await api.capture(`${bin}/orders`, '{"a":1}')
    const { requests } = await read(id, token)
    expect(requests).toMatchObject([{ seq: 1, id: `${id}.1`, path: `/bin/${id}/orders` }])
    expect(await api.client('readBin', { params: { id }, key: token })).toMatchObject({
      id,
      captureUrl: '',
    })
    expect((await problemOf(read(bin, token))).status).toBe(404)
  })

  test.each([
    ['shows the scenarios of a whole bin', { mask: false }, 1],
    ['shows how scenarios stand where it hides personal data', { mask: true }, 1],
    [
      'shows no scenarios over some of the requests',
      { mask: false, scope: { kind: 'view', q: 'event:sale' } } as const,
      0,
    ],
  ])('%s', async (_, input, count) => {
    const { bin, key, id, token } = await newShare(input)
    const text = 'name: Tags\nsteps: [{expect: tag-added, where: {data.tag.name: lead}}]'
    await api.client('createScenario', { params: { id: bin }, key, body: { text, arm: true } })
    const body = { trigger: 'tag-added', overrides: { 'data.tag.name': 'lead' } } as const
    const client = live(id, token)
    await api.client('sendEvent', { params: { id: bin }, key, body })
    const { scenarios } = await api.client('listScenarios', { params: { id }, key: token })
    expect(scenarios).toMatchObject(
      count === 0 ? [] : [{ name: 'Tags', result: { state: 'passed' } }],
    )
    if (count === 0) return
    await client.until(() => client.of('scenario').at(-1)?.result.state === 'passed')
    const change = { params: { id, scenario: scenarios[0]?.id ?? '' }, key: token }
    expect(await problemOf(api.client('armScenario', change))).toMatchObject({ status: 403 })
  })

  test('of one bin does not open another', async () => {
    const [one, other] = [await newShare(), await newShare()]
    expect(await problemOf(read(other.id, one.token))).toMatchObject({
      status: 404,
      code: 'bin-not-found',
    })
  })

  test('opens a private bin', async () => {
    const { bin, id, token } = await newShare({}, api.newBin({ visibility: 'private' }))
    await api.capture(bin, '{}')
    expect((await read(id, token)).requests).toHaveLength(1)
    expect((await problemOf(api.client('listRequests', { params: { id: bin } }))).status).toBe(401)
  })

  test('tells the capture URL where its owner says so', async () => {
    const { bin, id, token } = await newShare({ captureUrl: true })
    const { captureUrl } = await api.client('readBin', { params: { id }, key: token })
    expect(captureUrl).toBe(`${api.base}/bin/${bin}`)
  })

  test('remembers when it was last used', async () => {
    const { bin, key, id, token } = await newShare()
    await read(id, token)
    await expect
      .poll(async () => (await api.client('listShares', { params: { id: bin }, key })).shares[0])
      .toMatchObject({ lastUsedAt: expect.any(String) })
  })

  test('is made, listed and revoked with the owner key only', async () => {
    const { bin, id, token } = await newShare()
    const params = { id: bin, share: id }
    for (const key of [undefined, 'wrong', token]) {
      const codes = await Promise.all([
        problemOf(api.client('createShare', { params, body: {}, key })),
        problemOf(api.client('listShares', { params, key })),
        problemOf(api.client('deleteShare', { params, key })),
      ])
      expect(codes.map(({ status }) => status)).not.toContain(200)
      for (const { status } of codes) expect([401, 403, 404]).toContain(status)
    }
  })
})

describe('what a share may call', () => {
  const names = Object.keys(operations) as OperationName[] // the keys of a closed table

  test.each(names.filter((name) => !sharedOperations.has(name) && !shareOperations.has(name)))(
    '%s is refused',
    async (name) => {
      const { id, token } = await newShare()
      const path = operations[name].path.replace(/:id/, id).replace(/:\w+/g, '1')
      const { method } = operations[name]
      const answer = await api.ask(path, {
        method,
        key: token,
        headers: { 'Content-Type': 'application/json' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ code: 'share-not-allowed' })
    },
  )

  test('nothing that changes is in the table', () => {
    for (const name of sharedOperations) expect(operations[name].method).toBe('GET')
  })

  test('what is no operation is not there', async () => {
    const { bin, id, token } = await newShare()
    for (const path of ['/api/nothing', `/bin/${bin}?inspect`, `/bin/${id}?inspect`]) {
      const answer = await api.ask(path, { key: token, headers: { Accept: 'application/json' } })
      expect(answer.status).toBe(404)
    }
  })
})

describe('a part of a bin', () => {
  test('is all that a filtered view has, by every way of reading', async () => {
    const { bin, id, token } = await newShare({ scope: { kind: 'view', q: 'path:keep' } })
    await api.capture(`${bin}/drop`, '{"n":"first"}')
    await api.capture(`${bin}/keep`, '{"n":"second"}')
    const client = await live(id, token).opened()
    await client.until(() => client.seqs.length === 1)
    await api.capture(`${bin}/drop`, '{"n":"third"}')
    await api.capture(`${bin}/keep`, '{"n":"fourth"}')
    await client.until(() => client.seqs.length === 2)
    expect(client.seqs).toEqual([2, 4])
    const list = await read(id, token)
    expect(list).toMatchObject({ latest: 4, oldest: 2 })
    expect(list.requests.map(({ seq }) => seq)).toEqual([4, 2])
    expect((await problemOf(readOne(id, token, 1))).status).toBe(404)
    const params = { id }
    const [text, found, waited] = await Promise.all([
      api.client('exportRequests', { params, key: token, query: { format: 'ndjson' } }),
      api.client('listRequests', { params, key: token, query: { q: 'third or first' } }),
      problemOf(
        api.client('waitForRequest', { params, key: token, query: { q: 'first', timeout: 1 } }),
      ),
    ])
    expect(
      Buffer.from(text)
        .toString()
        .match(/"seq":\d/g),
    ).toEqual(['"seq":2', '"seq":4'])
    expect(found.requests).toEqual([])
    expect(waited.status).toBe(408)
  })

  test('says nothing of the others: no frame, no count, no word, whatever becomes of them', async () => {
    const { bin, key, id, token } = await newShare({ scope: { kind: 'view', q: 'path:keep' } })
    const other = '{"n":"Xylophone","email":"other@hidden-mail.org"}'
    for (const path of ['drop', 'keep', 'drop', 'keep', 'drop']) {
      await api.capture(`${bin}/${path}`, path === 'keep' ? '{"n":"mine"}' : other)
    }
    const client = live(id, token)
    await client.until(() => client.seqs.length === 2)
    const params = { id: bin }
    await api.client('deleteRequest', { params: { id: bin, seq: 1 }, key })
    await api.client('markRequest', {
      params: { id: bin, seq: 3 },
      key,
      body: { note: 'Xylophone' },
    })
    await api.client('markRequest', { params: { id: bin, seq: 4 }, key, body: { pinned: true } })
    await client.until(() => client.of('changed').length === 1)
    expect(client.of('changed')[0]?.requests.map(({ seq }) => seq)).toEqual([4])
    await api.client('clearRequests', { params, key, query: { upTo: 3 } })
    await client.until(() => client.of('removed').length === 1)
    expect(client.of('removed')).toEqual([{ type: 'removed', seqs: [2] }])
    const told = [JSON.stringify(client.frames)]
    const names = [...sharedOperations]
    for (const name of names) {
      const path = operations[name].path.replace(':id', id).replace(':seq', '5')
      const query = name === 'exportRequests' ? '?format=json' : '?timeout=1'
      told.push(await (await api.ask(path + query, { key: token })).text())
    }
    expect(told.join()).not.toMatch(/Xylophone|hidden-mail|\/drop/)
    expect(await api.client('readBin', { params: { id }, key: token })).toMatchObject({
      latest: 4,
      oldest: 4,
      counts: { requests: 1, bytes: 0, evicted: 0 },
    })
    const facets = await api.client('readFacets', { params: { id }, key: token, query: {} })
    expect(facets).toMatchObject({ total: 1, looked: 1 })
  })

  test('is one request', async () => {
    const { bin, id, token } = await newShare({ scope: { kind: 'request', seq: 2 } })
    for (const n of [1, 2, 3]) await api.capture(bin, `{"n":${n}}`)
    const client = live(id, token)
    await client.until(() => client.seqs.length === 1)
    expect((await read(id, token)).requests.map(({ seq }) => seq)).toEqual([2])
    expect((await readOne(id, token, 2)).body.text).toBe('{"n":2}')
    expect((await problemOf(readOne(id, token, 3))).status).toBe(404)
  })

  test('cannot be what may change by itself', async () => {
    const { id, key } = await api.newBin()
    const make = (q: string) =>
      api.client('createShare', { params: { id }, key, body: { scope: { kind: 'view', q } } })
    for (const q of ['since:1h', 'is:pinned', '"'])
      expect(await problemOf(make(q))).toMatchObject({
        code: 'invalid-search',
        pointer: '/scope/q',
      })
  })
})

const readOne = (id: string, token: string, seq: number) =>
  api.client('readRequest', { params: { id, seq }, key: token })

describe('the end', () => {
  test('of a revoked share comes to open streams within a second', async () => {
    const { bin, key, id, token } = await newShare()
    const client = await live(id, token).opened()
    const query = { after: 1, timeout: 60_000 }
    const waiting = api.client('waitForRequest', { params: { id }, key: token, query })
    const waited = waiting.then(
      () => 'answered',
      () => 'ended',
    )
    const began = performance.now()
    await api.client('deleteShare', { params: { id: bin, share: id }, key })
    await client.until(() => client.closed !== null)
    expect(await waited).toBe('ended')
    expect(performance.now() - began).toBeLessThan(1000)
    expect(client.closed).toEqual({ code: 4401, reason: 'share-ended' })
    expect(await problemOf(read(id, token))).toMatchObject({ status: 401, code: 'share-ended' })
  })

  test('comes when the time is over', async () => {
    const { id, token } = await newShare({ ttl: 400 })
    const client = await live(id, token).opened()
    await client.until(() => client.closed !== null)
    expect(client.closed?.code).toBe(4401)
    expect((await problemOf(read(id, token))).code).toBe('share-ended')
  })

  test('comes with that of the bin', async () => {
    const { bin, key, id, token } = await newShare()
    const client = await live(id, token).opened()
    await api.client('deleteBin', { params: { id: bin }, key })
    await client.until(() => client.closed !== null)
    expect((await problemOf(read(id, token))).code).toBe('share-ended')
  })

  test('is all that a wrong token is told', async () => {
    const { id, token } = await newShare()
    const wrong = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    expect((await problemOf(read(id, wrong))).code).toBe('share-ended')
    const client = live(id, wrong)
    await client.until(() => client.closed !== null)
    expect(client).toMatchObject({ closed: { code: 4401 }, frames: [] })
  })
})

describe('a password', () => {
  const unlock = (token: string, password: string) =>
    api.client('unlockShare', { key: token, body: { password } })

  test('is needed beside the token, and gives a pass', async () => {
    const { id, token } = await newShare({ password: 'tulip' })
    expect((await problemOf(read(id, token))).code).toBe('share-password-required')
    const shut = live(id, token)
    await shut.until(() => shut.closed !== null)
    expect(shut.frames).toEqual([])
    expect((await problemOf(unlock(token, 'rose'))).code).toBe('share-password-wrong')
    const { pass } = await unlock(token, 'tulip')
    expect((await read(id, `${token}.${pass}`)).requests).toEqual([])
    await live(id, `${token}.${pass}`).opened()
    const other = await newShare({ password: 'tulip' })
    expect((await problemOf(read(other.id, `${other.token}.${pass}`))).status).toBe(401)
  })

  test('is kept as a hash', async () => {
    const { bin } = await newShare({ password: 'tulip-9f2c' })
    expect(JSON.stringify(api.store.bins.get(bin))).not.toContain('tulip-9f2c')
  })

  test('cannot be guessed at any speed', async () => {
    const { token } = await newShare({ password: 'tulip' })
    const codes: string[] = []
    for (let i = 0; i < 11; i++) codes.push((await problemOf(unlock(token, `rose ${i}`))).code)
    expect(codes.at(-1)).toBe('too-many-requests')
    expect((await problemOf(unlock(token, 'tulip'))).code).toBe('too-many-requests')
  })
})
