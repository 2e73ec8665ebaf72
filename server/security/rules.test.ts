import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operations } from '../../shared/operations.ts'
import { createIds } from '../bins/ids.ts'
import { inputLimit } from '../http/body.ts'
import { apiForTests } from '../testing/api.ts'
import { talk } from '../testing/raw-client.ts'

const root = resolve(import.meta.dirname, '../..')

const api = apiForTests()

describe('R5: JSON over the limit is refused by every operation', () => {
  const changing = Object.values(operations).filter(({ method }) => method !== 'GET')

  test.each(changing)('$method $path', async ({ method, path }) => {
    const { id, key } = await api.newBin()
    await api.capture(id, '{}')
    const address = path.replace(':id', id).replaceAll(/:[a-z]+/g, '1')
    const answer = await api.ask(address, {
      method,
      key,
      body: `"${'x'.repeat(inputLimit - 1)}"`,
      headers: { 'Content-Type': 'application/json' },
    })
    expect(answer.status).toBe(413)
    expect((await api.ask(`/api/bins/${id}/requests/1`, { key })).status).toBe(200)
  })
})

test('R12: ids neither repeat nor favour a letter', () => {
  const { bin } = createIds(randomBytes)
  const ids = Array.from({ length: 100_000 }, () => bin())
  expect(new Set(ids).size).toBe(ids.length)
  const counts = new Map<string, number>()
  for (const letter of ids.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const expected = (ids.length * 20) / 36
  const chiSquare = [...counts.values()].reduce(
    (sum, count) => sum + (count - expected) ** 2 / expected,
    0,
  )
  expect(counts.size).toBe(36)
  // 35 degrees of freedom: once in 10¹⁰ runs by chance.
  expect(chiSquare).toBeLessThan(120)
})

test('R14: no secret has a default value', async () => {
  const [one, other] = [await api.newBin(), await api.newBin()]
  expect(one.key).not.toBe(other.key)
  expect([one.bin.hasSecret, api.store.bins.get(one.id)?.secret]).toEqual([false, null])
  expect((await api.ask(`/api/bins/${one.id}`, { method: 'DELETE', key: '' })).status).toBe(401)
})

describe('R21: names that objects inherit are names like any other', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

  test.each(names)('%s as header, key of the query and key of the JSON', async (name) => {
    const { id } = await api.newBin()
    const body = `{"${name}": {"polluted": 1}}`
    const query = `?${name}[polluted]=1&${name}=2`
    // Written by hand: a client may drop such a header itself.
    const head = [
      `POST /bin/${id}${query} HTTP/1.1`,
      'Host: x',
      `${name}: x`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ].join('\r\n')
    const [answer] = await talk(api.port, `${head}\r\n\r\n${body}`)
    expect(answer?.status).toBe(200)
    const detail = await api.client('readRequest', { params: { id, seq: 1 } })
    expect(detail.rawHeaders).toContain(name)
    expect(detail.target).toBe(`/bin/${id}${query}`)
    expect(detail.body.text).toBe(body)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('and no code reads the collections of Node that they broke', () => {
    expect(filesWith('server', /headersDistinct|trailersDistinct/)).toEqual([])
  })
})

test('R22: ws is none of the versions that hostile frames could break', () => {
  const text = readFileSync(join(root, 'node_modules/ws/package.json'), 'utf8')
  const { version }: { version?: unknown } = JSON.parse(text)
  const [major = 0, minor = 0] = String(version).split('.').map(Number)
  expect(major * 1000 + minor).toBeGreaterThanOrEqual(8021)
})

test('R3: nothing in the page turns text into HTML or code', () => {
  const ways = /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|new Function/
  expect(filesWith('web', ways)).toEqual([])
})

describe('9: an unknown bin', () => {
  test('is answered with the same words, whatever was asked for', async () => {
    const ids = ['unknown-bin', 'abcdefghij0123456789', 'UPPER', 'a', 'x'.repeat(300), '..%2f..']
    const answers = new Set<string>()
    for (const id of ids) {
      const answer = await api.ask(`/bin/${id}`, { body: 'x' })
      answers.add(`${answer.status} ${await answer.text()}`)
    }
    expect([...answers]).toEqual([expect.stringMatching(/^404 .*bin-not-found/)])
  })

  test('takes no longer where its id could be one', async () => {
    const time = async (id: string) => {
      const times: number[] = []
      for (let i = 0; i < 60; i++) {
        const began = performance.now()
        await (await api.ask(`/api/bins/${id}`)).arrayBuffer()
        times.push(performance.now() - began)
      }
      return times.toSorted((a, b) => a - b)[10] ?? 0
    }
    await time('warm-up')
    const [known, malformed] = [await time('abcdefghij0123456789'), await time('NO')]
    // The fastest sixth: what else the machine does is not in it.
    expect(Math.abs(known - malformed)).toBeLessThan(2)
  })
})

test('27: nothing that is needed to run is installed with a script', () => {
  const lock: { packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }> } =
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const scripted = Object.entries(lock.packages).filter(
    ([, { dev, hasInstallScript }]) => hasInstallScript && !dev,
  )
  expect(scripted.map(([name]) => name)).toEqual([])
})

/** Files of a part, tests left out, in which a pattern occurs. */
function filesWith(part: string, pattern: RegExp): string[] {
  return readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => pattern.test(readFileSync(join(root, part, file), 'utf8')))
}
