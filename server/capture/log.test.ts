import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { RequestHead } from '../../shared/request.ts'
import { createConnections } from './connection.ts'
import { escapeLine } from '../../shared/escape-line.ts'
import { createCaptureLog } from './log.ts'
import { createRejections } from './rejections.ts'

const head: RequestHead = {
  receivedAt: 1000,
  completedAt: 1001,
  method: 'POST',
  target: '/bin/abc/x?token=secret',
  httpVersion: '1.1',
  rawHeaders: ['Authorization', 'Bearer secret'],
  rawTrailers: [],
  peer: { address: '127.0.0.1', port: 1 },
  size: 5,
  flags: [],
  reply: { status: 200, delay: 0, outcome: 'sent' },
}

/** Lines that are written for a head. */
function linesOf(target: string, level = 'info'): string[] {
  const lines: string[] = []
  const log = createCaptureLog({
    log: pino({ level, base: null }, { write: (line: string) => lines.push(line) }),
    connections: createConnections(),
    rejections: createRejections(),
    now: () => 1007,
  })
  log.kept(3, { ...head, target })
  return lines
}

test('one line a request, without its query, headers and body', () => {
  const [line = '', ...more] = linesOf(head.target)
  expect(more).toEqual([])
  expect(line).not.toContain('secret')
  expect(JSON.parse(line)).toMatchObject({
    seq: 3,
    method: 'POST',
    path: '/bin/abc/x',
    size: 5,
    ms: 7,
    reply: 200,
  })
})

test('none where nobody wants to know', () => {
  expect(linesOf(head.target, 'warn')).toEqual([])
})

test.each(['\n{"forged":1}', '\x1b]0;title\x07', '\x9b31m', '\u2028', '\u202ereversed', '\x7f'])(
  'what steers a log or a terminal is escaped: %j',
  (evil) => {
    const [line = ''] = linesOf(`/bin/abc/${evil}`)
    expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u)
    expect(escapeLine(evil)).toMatch(/^\\u[\da-f]{4}/)
  },
)

test('a long path is cut', () => {
  const [line = '{}'] = linesOf(`/bin/abc/${'a'.repeat(9000)}`)
  expect(JSON.parse(line).path).toHaveLength(200)
})
