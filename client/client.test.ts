import { describe, expect, test } from 'vitest'
import { apiForTests } from '../server/testing/api.ts'
import {
  ApiProblem,
  createBin,
  NoMatch,
  openBin,
  ScenarioFailed,
  ServerUnreachable,
} from './client.ts'

const api = apiForTests()

const newBin = () => createBin({ server: `${api.base}/` })

describe('a bin', () => {
  test('is made with its settings, opened again, changed and deleted', async () => {
    const made = await createBin({ server: api.base, name: 'Ours', visibility: 'private' })
    expect(made.url).toBe(`${api.base}/bin/${made.id}`)
    const opened = await openBin(made.id, { server: api.base, key: made.key })
    expect((await opened.state()).name).toBe('Ours')
    await expect(openBin(made.id, { server: api.base })).rejects.toThrow(ApiProblem)
    await opened.change({ reply: { status: 503 } })
    expect((await fetch(made.url, { method: 'POST' })).status).toBe(503)
    await opened.delete()
    await expect(opened.state()).rejects.toMatchObject({ problem: { code: 'bin-not-found' } })
  })

  test('needs a server', async () => {
    await expect(createBin({ server: 'http://127.0.0.1:1' })).rejects.toThrow(ServerUnreachable)
  })
})

describe('waiting', () => {
  test('gives the whole request, whether it is there already or comes', async () => {
    const bin = await newBin()
    const waiting = bin.waitFor('trigger:tag-added')
    await bin.send('tag-added', { 'data.contact.email': 'ann@example.com' })
    const request = await waiting
    expect(request.event?.contact.email).toBe('ann@example.com')
    expect(JSON.parse(request.body.text ?? '').type).toBe('contact.tag.added')
    expect((await bin.waitFor('trigger:tag-added', { timeout: 0 })).seq).toBe(request.seq)
    const later = bin.waitFor('trigger:tag-added', { timeout: 10, after: request.seq })
    await expect(later).rejects.toThrow(NoMatch)
  })

  test('in vain tells what came instead', async () => {
    const bin = await newBin()
    await bin.send('tag-added', { 'data.contact.email': 'ann@example.com' })
    const error = await bin.waitFor('trigger:tag-added email:bob@x.y', { timeout: 10 }).then(
      () => null,
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(NoMatch)
    expect(String(error)).toMatch(
      /No request matched {2}trigger:tag-added email:bob@x\.y\nin bin \S+ within 0\.01 s\. Closest:\n {2}#1 \S+ tag-added valid ann@example\.com\n {4}fails {2}email:bob@x\.y/,
    )
    const empty = (await newBin()).waitFor('event:sale', { timeout: 1 })
    await expect(empty).rejects.toThrow('Nothing came at all.')
  })
})

describe('a scenario', () => {
  test('passes as soon as what it expects has come', async () => {
    const bin = await newBin()
    const expecting = bin.expect({ name: 'n', steps: [{ expect: 'tag-added' }] })
    await bin.send('tag-added')
    expect((await expecting).steps[0]?.seqs).toEqual([1])
  })

  test('that fails tells the step, the closest miss and what differed', async () => {
    const bin = await newBin()
    await bin.send('tag-added', { 'data.tag.name': 'lead' })
    const text = `
name: n
steps:
  - expect: tag-added
    where: { data.tag.name: customer }
`
    const error = await bin.expect(text, { timeout: 0 }).then(String, (error: unknown) => error)
    expect(error).toBeInstanceOf(ScenarioFailed)
    expect(String(error)).toMatch(
      /✗ 1\. expect {2}tag-added\n {6}closest: #1 tag-added\n {8}data\.tag\.name: expected "?customer"?, was "?lead/,
    )
    await expect(bin.expect('steps: []', { timeout: 0 })).rejects.toMatchObject({
      problem: { code: 'invalid-scenario' },
    })
  })
})

describe('requests', () => {
  test('are those held and those to come, in order', async () => {
    const bin = await newBin()
    await bin.send('tag-added')
    const seen: number[] = []
    for await (const { seq, event } of bin.requests({ query: 'family:automation' })) {
      seen.push(seq)
      if (event?.trigger === 'new-sale') break
      await api.capture(bin.id, 'something else')
      await bin.send('new-sale')
    }
    expect(seen).toEqual([1, 3])
  })

  test('end when told to', async () => {
    const bin = await newBin()
    const controller = new AbortController()
    const ended = collect(bin.requests({ signal: controller.signal }))
    await bin.send('tag-added')
    controller.abort()
    expect((await ended).length).toBeLessThanOrEqual(1)
  })

  test('go on where they were when the server comes back, and wait for it so long', async () => {
    let away = false
    const { id, key, url } = await newBin()
    const bin = await openBin(id, {
      server: api.base,
      key,
      fetch: (to, init) => (away ? Promise.reject(new TypeError('refused')) : fetch(to, init)),
    })
    await bin.send('tag-added')
    const requests = bin.requests()
    expect((await requests.next()).value?.seq).toBe(1)
    away = true
    const next = requests.next()
    for (const body of ['2', '3']) await fetch(url, { method: 'POST', body })
    await expect(collect(bin.requests({ patience: 100 }))).rejects.toThrow(ServerUnreachable)
    away = false
    expect([(await next).value?.seq, (await requests.next()).value?.seq]).toEqual([2, 3])
  })

  test('of a bin that is deleted end with an error', async () => {
    const bin = await newBin()
    const ended = collect(bin.requests())
    await bin.delete()
    await expect(ended).rejects.toMatchObject({ problem: { code: 'bin-not-found' } })
  })
})

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
