import { expect, test } from 'vitest'
import type { RequestHead } from '../request.ts'
import { aroundBody } from './message.ts'

const head: RequestHead = {
  receivedAt: 0,
  completedAt: 0,
  method: 'POST',
  target: '/bin/a?b#c',
  httpVersion: '1.1',
  rawHeaders: ['hOST', 'x', 'X-A', '\xe9', 'X-A', ''],
  rawTrailers: [],
  peer: { address: '', port: 0 },
  size: 5,
  flags: [],
  reply: { status: 200, delay: 0, outcome: 'sent' },
}

function message(request: RequestHead, body: string): string {
  const { before, after } = aroundBody(request, body.length)
  return Buffer.concat([before, Buffer.from(body), after]).toString('latin1')
}

test('headers stand as they were sent, byte for byte', () => {
  expect(message(head, 'hello')).toBe(
    'POST /bin/a?b#c HTTP/1.1\r\nhOST: x\r\nX-A: \xe9\r\nX-A: \r\n\r\nhello',
  )
})

test('a chunked body is one chunk, with its trailers', () => {
  const chunked = {
    ...head,
    rawHeaders: ['Transfer-Encoding', 'gzip, Chunked'],
    rawTrailers: ['X-T', '1', 'X-T', '2'],
  }
  const start = 'POST /bin/a?b#c HTTP/1.1\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n'
  const end = '0\r\nX-T: 1\r\nX-T: 2\r\n\r\n'
  expect(message(chunked, 'hello hello hello')).toBe(`${start}11\r\nhello hello hello\r\n${end}`)
  expect(message(chunked, '')).toBe(start + end)
})
