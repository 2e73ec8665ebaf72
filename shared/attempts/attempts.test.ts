import { describe, expect, it } from 'vitest'
import { attemptsOf, differencesBetween } from './attempts.ts'

const first = {
  seq: 1,
  receivedAt: 1000,
  sha256: 'a',
  rawHeaders: [
    ['X-Webhook-Message-Id', 'm1'],
    ['X-Webhook-Delivery-Attempt-Id', 'a1'],
    ['Accept', 'text/html'],
    ['Accept', '*/*'],
  ].flat(),
}

describe('the attempts of a delivery', () => {
  it('stand beside the one before, with the time between', () => {
    const second = { ...first, seq: 4, receivedAt: 5000 }
    const third = { ...first, seq: 9, receivedAt: 21_000, sha256: 'b' }
    expect(attemptsOf([first, second, third])).toEqual([
      { seq: 1, receivedAt: 1000, interval: null, differences: null },
      { seq: 4, receivedAt: 5000, interval: 4000, differences: { headers: [], body: false } },
      { seq: 9, receivedAt: 21_000, interval: 16_000, differences: { headers: [], body: true } },
    ])
  })

  it('differ in the headers whose values changed, came or went', () => {
    const second = {
      ...first,
      rawHeaders: [
        ['x-webhook-delivery-attempt-id', 'a2'],
        ['x-webhook-message-id', 'm1'],
        ['Accept', 'text/html'],
        ['X-Retry', ''],
      ].flat(),
    }
    expect(differencesBetween(first, second)).toEqual({
      body: false,
      headers: [
        { name: 'x-webhook-delivery-attempt-id', before: ['a1'], after: ['a2'] },
        { name: 'Accept', before: ['text/html', '*/*'], after: ['text/html'] },
        { name: 'X-Retry', before: [], after: [''] },
      ],
    })
    expect(differencesBetween(second, first).headers.at(-1)).toEqual({
      name: 'X-Retry',
      before: [''],
      after: [],
    })
  })
})
