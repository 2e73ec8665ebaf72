import { describe, expect, it } from 'vitest'
import { parseJson } from '../json/parse.ts'
import { readMatch } from './match.ts'
import { suggestMatch } from './suggest-match.ts'

function suggest(text: string, ...rawHeaders: string[]) {
  const match = suggestMatch({ rawHeaders, doc: parseJson(text), node: 0 })
  expect(readMatch(match)).toHaveProperty('query')
  return match
}

describe('the match of an own shape', () => {
  it('is a search', () => {
    expect(readMatch('header.x-github-event:push $.ref:*')).toHaveProperty('query.type', 'and')
    expect(readMatch('')).toEqual({ query: { type: 'and', terms: [] } })
    expect(readMatch('evnt:x')).toHaveProperty('error.start', 0)
  })

  it('does not ask for what changes after a request has come in', () => {
    for (const text of ['since:10m', 'a or -(b is:pinned)', 'has:note', 'signature:valid']) {
      expect(readMatch(text), text).toHaveProperty('error')
    }
  })

  it('is suggested by the header that names the event', () => {
    const headers = ['Host', 'x', 'X-GitHub-Event', 'pull_request', 'X-Event-Timestamp', '1']
    expect(suggest('{"type": "x"}', ...headers)).toBe('header.x-github-event:pull_request')
    expect(suggest('{}', 'X-Shopify-Topic', 'orders/create')).toBe(
      'header.x-shopify-topic:orders/create',
    )
  })

  it('is suggested by the member that names the event', () => {
    expect(suggest('{"id": 1, "type": "charge.succeeded"}')).toBe('$.type:charge.succeeded')
    expect(suggest('{"type": 7, "event": "a b", "topic": "t-1"}')).toBe('$.topic:t-1')
  })

  it('is suggested by the first keys, and else matches everything', () => {
    expect(suggest('{"id": 1, "bad key": 1, "b": 2, "c": 3, "d": 4}')).toBe('$.id:* $.b:* $.c:*')
    expect(suggest('{"bad key": 1}')).toBe('')
    expect(suggest('[1]')).toBe('')
  })
})
