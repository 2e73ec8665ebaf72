import { describe, expect, test } from 'vitest'
import { operations } from '../../shared/operations.ts'
import { apiForTests } from '../testing/api.ts'
import { inputLimit } from './body.ts'

const api = apiForTests()

const headers = { 'Content-Type': 'application/json' }

describe('JSON that cannot be read', () => {
  test.each([
    ['{"name":', 8, 'line 1, column 9'],
    ['{"name":\n  "x",}', 15, 'line 2, column 7'],
    ["{'name': 1}", 1, 'line 1, column 2'],
    ['{} {}', 3, 'line 1, column 4'],
    ['undefined', 0, 'line 1, column 1'],
  ])('%j is refused with its place', async (body, position, place) => {
    const answer = await api.ask('/api/bins', { method: 'POST', body, headers })
    expect(answer.status).toBe(400)
    const detail = expect.stringContaining(place)
    expect(await answer.json()).toMatchObject({ code: 'invalid-json', position, detail })
  })

  test('because it is not UTF-8 is refused', async () => {
    const body = Uint8Array.from([0x22, 0xff, 0x22])
    const answer = await api.ask('/api/bins', { method: 'POST', body, headers })
    expect(await answer.json()).toMatchObject({ code: 'invalid-json' })
  })
})

const changing = Object.values(operations).filter(({ method }) => method !== 'GET')

test.each(['null', '[]', '5', '"x"'])('%s is no input', async (body) => {
  const answer = await api.ask('/api/bins', { method: 'POST', body, headers })
  expect(await answer.json()).toMatchObject({ code: 'invalid-input', pointer: '' })
})

describe('a body over the limit', () => {
  test.each(changing)('is refused by $method $path', async ({ method, path }) => {
    const { id, key } = await api.newBin()
    const address = path.replace(':id', id).replace(':seq', '1')
    const body = ' '.repeat(inputLimit + 1)
    const answer = await api.ask(address, { method, body, headers, key })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'body-too-large' })
    expect(api.store.bins.get(id)).toBeDefined()
  })

  test('is one byte over it', async () => {
    const body = `{}${' '.repeat(inputLimit - 2)}`
    expect((await api.ask('/api/bins', { method: 'POST', body, headers })).status).toBe(201)
  })
})

describe('input that does not fit, from who may not send it,', () => {
  const taking = changing.filter(({ path }) => path.startsWith('/api/bins/:id'))

  test.each(taking)('is not looked at by $method $path', async ({ method, path }) => {
    const { id } = await api.newBin({ visibility: 'private' })
    for (const [bin, code] of [
      [id, 'owner-key-required'],
      ['no-such-bin', 'bin-not-found'],
    ] as const) {
      const address = path.replace(':id', bin).replace(':seq', '1')
      const answer = await api.ask(address, { method, body: '{"odd":1}', headers })
      expect(await answer.json()).toMatchObject({ code })
    }
  })
})

test('a problem is told in words to people, in JSON to programs', async () => {
  const page = await api.ask('/api/bins/no-such-bin', { headers: { Accept: 'text/html' } })
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toMatch(/<h1>There is no such bin<\/h1>[\s\S]*Start page/)
  const document = await api.ask('/api/bins/no-such-bin', { headers: { Accept: '*/*' } })
  expect(document.headers.get('content-type')).toBe('application/problem+json')
  expect(await document.json()).toEqual({
    type: 'urn:binspect:problem:bin-not-found',
    title: 'There is no such bin',
    status: 404,
    detail: expect.any(String),
    code: 'bin-not-found',
  })
})

test('what an error page quotes is text', async () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const answer = await api.ask('/api/events/' + encodeURIComponent(hostile), {
    headers: { Accept: 'text/html' },
  })
  expect(await answer.text()).not.toContain('<img')
})

test('nothing reaches the prototype of objects', async () => {
  const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
  await api.ask('/api/bins?a[__proto__][polluted]=1', { method: 'POST', body, headers })
  expect('polluted' in {}).toBe(false)
})

test('health tells the version and whether requests are taken in', async () => {
  expect(await api.client('health', {})).toEqual({
    status: 'ok',
    version: '0.0.0',
    store: { status: 'ok' },
  })
})
