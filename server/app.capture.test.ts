import { METHODS } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type RunningApp } from './testing/start.ts'
import { talk } from './testing/raw-client.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

describe('what is kept', () => {
  test('a request is stored before its sender gets a number', async () => {
    await app.addBin('first')
    const replies = await talk(
      app.port,
      'POST /bin/first/a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi',
    )
    expect(replies).toEqual([
      { status: 200, head: expect.stringContaining('X-Bin-Seq: 1'), body: 'ok\n' },
    ])
    expect(await app.captured('first')).toMatchObject([
      {
        seq: 1,
        method: 'POST',
        target: '/bin/first/a?b=c',
        size: 2,
        flags: [],
        body: Buffer.from('hi'),
      },
    ])
  })

  test.each(METHODS.filter((method) => method !== 'CONNECT'))('%s', async (method) => {
    const bin = await app.addBin(`method-${method.toLowerCase()}`)
    await talk(app.port, `${method} /bin/${bin} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(await app.captured(bin)).toMatchObject([{ method }])
  })
})
