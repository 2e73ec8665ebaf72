import { expect, test } from 'vitest'
import { isColourful } from './terminal.ts'

test.each([
  ['a terminal', {}, true, true],
  ['a pipe', {}, false, false],
  ['a terminal with NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['a terminal where NO_COLOR is empty', { NO_COLOR: '' }, true, true],
  ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ['a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
])('colours on %s', (_, env, isTerminal, wanted) => {
  expect(isColourful(env, isTerminal)).toBe(wanted)
})
