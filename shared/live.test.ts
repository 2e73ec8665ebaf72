import { describe, expect, test } from 'vitest'
import { parseAuth } from './live-messages.ts'
import { parseFrame } from './live.ts'

describe('a frame', () => {
  test('is what the server sends', () => {
    const frame = { type: 'removed', seqs: [1, 2] }
    expect(parseFrame(JSON.stringify(frame))).toEqual(frame)
  })

  test.each(['', '{', 'null', '1', '[]', '"hello"', '{}', '{"type":"later"}', '{"type":{}}'])(
    'is nothing else: %s',
    (text) => expect(parseFrame(text)).toBeNull(),
  )
})

describe('a key in the first message', () => {
  test('is a token', () => {
    const auth = { type: 'auth', token: 'abc' }
    expect(parseAuth(JSON.stringify({ ...auth, more: 1 }))).toEqual(auth)
  })

  test.each(['', 'null', '{}', '{"type":"auth"}', '{"type":"auth","token":1}', '{"token":"abc"}'])(
    'is nothing else: %s',
    (text) => expect(parseAuth(text)).toBeNull(),
  )
})
