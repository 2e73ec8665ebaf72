import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type RunningApi } from '../testing/api.ts'

const count = 250

let api: RunningApi
let id: string
beforeAll(async () => {
  api = await startApi()
  id = (await api.newBin()).id
  for (let seq = 1; seq <= count; seq++) await api.capture(id, `body ${seq}`)
})
afterAll(() => api.stop())

const exported = async (query: string) => (await api.ask(`/api/bins/${id}/export?${query}`)).text()

describe('an export', () => {
  test('as JSON is a list of whole requests, oldest first', async () => {
    const list = JSON.parse(await exported('format=json'))
    expect(list).toHaveLength(count)
    expect(list[0]).toEqual(await api.client('readRequest', { params: { id, seq: 1 } }))
    expect(list[count - 1]).toMatchObject({ seq: count, body: { text: `body ${count}` } })
  })

  test('as NDJSON has a line a request', async () => {
    const lines = (await exported('format=ndjson')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    )
  })

  test('as HAR is an archive', async () => {
    const { log } = JSON.parse(await exported('format=har'))
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'Binspect' } })
    expect(log.entries).toHaveLength(count)
    expect(log.entries[1]).toMatchObject({
      request: { method: 'POST', url: `${api.base}/bin/${id}`, postData: { text: 'body 2' } },
      response: { status: 200 },
    })
  })

  test('as CSV has a line a request below its head', async () => {
    const lines = (await exported('format=csv')).trimEnd().split(/\r?\n/)
    expect(lines[0]).toMatch(/^seq,receivedAt,/)
    expect(lines).toHaveLength(count + 1)
    expect(lines[1]).toMatch(/^1,/)
  })

  test('as commands sends them again', async () => {
    const lines = (await exported('format=curl')).trimEnd().split('\n')
    expect(lines[0]).toBe('#!/usr/bin/env bash')
    expect(lines).toHaveLength(count + 1)
    expect(lines[1]).toMatch(/^curl .*'body 1' /)
  })

  test('holds what a search finds', async () => {
    const list = JSON.parse(await exported('format=json&q="body 24"'))
    expect(list.map(({ seq }: { seq: number }) => seq)).toEqual([
      24, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249,
    ])
  })

  test('of nothing is still one', async () => {
    expect(JSON.parse(await exported('format=json&q=nowhere'))).toEqual([])
    expect(JSON.parse(await exported('format=har&q=nowhere')).log.entries).toEqual([])
    expect(await exported('format=ndjson&q=nowhere')).toBe('')
    expect(await exported('format=csv&q=nowhere')).toMatch(/^seq,.*\r?\n$/)
  })

  test.each([
    ['', '/format'],
    ['format=xml', '/format'],
    ['format=json&q=colour:red', '/q'],
  ])('refuses %j', async (query, pointer) => {
    const answer = await api.ask(`/api/bins/${id}/export?${query}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ pointer })
  })
})
