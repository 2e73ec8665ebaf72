import { describe, expect, it } from 'vitest'
import type { AttemptInfo, DeliveryInfo } from '../../shared/attempts/delivery-list.ts'
import { parseSearch } from '../../shared/search/parse.ts'
import { attemptOf, contactName, seqQuery } from './attempt.ts'

describe('attemptOf', () => {
  it('tells which attempt a request was, and the one before', () => {
    expect(attemptOf([delivery], 4)).toMatchObject({ number: 2, attempt: { seq: 4 }, before: 2 })
    expect(attemptOf([delivery], 2)).toMatchObject({ number: 1, attempt: { seq: 2 }, before: null })
  })

  it('knows the place of an attempt that is not told of', () => {
    expect(attemptOf([delivery], 9)).toMatchObject({ number: 3, attempt: null, before: 4 })
  })

  it('is null for a request that came once', () => {
    expect(attemptOf([delivery], 3)).toBeNull()
  })
})

describe('seqQuery', () => {
  it('asks for each of the requests', () => {
    expect(seqQuery([3, 5])).toBe('seq:3 or seq:5')
    expect(parseSearch(seqQuery([3, 5]))).toHaveProperty('query')
  })
})

describe('contactName', () => {
  it('prefers an address to a number', () => {
    expect(contactName({ id: 7, email: 'x@y.z' })).toBe('x@y.z')
    expect(contactName({ id: 7, email: '' })).toBe('#7')
    expect(contactName({})).toBe('?')
  })
})

const delivery: DeliveryInfo = {
  kind: 'body',
  key: 'POST abc 2',
  event: null,
  seqs: [2, 4, 9],
  attempts: [attempt(2), attempt(4)],
}

function attempt(seq: number): AttemptInfo {
  return {
    seq,
    receivedAt: '2026-10-01T12:00:00.000Z',
    interval: seq === 2 ? null : 64_000,
    differences: seq === 2 ? null : { headers: [], body: false },
    reply: { status: 500, delay: 0, outcome: 'sent' },
  }
}
