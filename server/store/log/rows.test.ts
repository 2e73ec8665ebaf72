import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { Rows, type Row } from './rows.ts'

type Step = [what: 'push' | 'remove' | 'move', pick: number]

const steps = array(tuple(constantFrom('push', 'push', 'remove', 'move'), nat(40)), {
  maxLength: 200,
})

function rowFor(seq: number): Row {
  const segment = 1 + Math.floor(seq / 7)
  return { seq, receivedAt: seq * 10, kept: seq * 2, segment, offset: seq * 100, length: 50 }
}

/** Does the same to the index and to a plain map. */
function carryOut(actions: Step[]): { rows: Rows; expected: Map<number, Row> } {
  const rows = new Rows()
  const expected = new Map<number, Row>()
  let seq = 0
  for (const [what, pick] of actions) {
    if (what === 'push') {
      seq += 1 + (pick % 3)
      const { receivedAt, kept, segment, offset, length } = rowFor(seq)
      rows.push(seq, receivedAt, kept, segment, offset, length)
      expected.set(seq, rowFor(seq))
    } else if (what === 'remove') {
      expect(rows.remove(pick)).toEqual(expected.get(pick))
      expected.delete(pick)
    } else {
      const row = expected.get(pick)
      expect(rows.move(pick, 7)).toBe(row !== undefined)
      if (row) expected.set(pick, { ...row, offset: 7 })
    }
  }
  return { rows, expected }
}

test('agrees with a plain map, whatever is added, removed and moved', () => {
  const agrees = property(steps, (actions: Step[]) => {
    const { rows, expected } = carryOut(actions)
    const all = [...expected.values()]
    expect(rows.count).toBe(all.length)
    expect(rows.first()).toEqual(all[0])
    expect([...rows.between(0, Infinity)]).toEqual(all)
    expect([...rows.between(5, 20, 'desc')]).toEqual(
      all.filter(({ seq }) => seq > 5 && seq < 20).reverse(),
    )
    expect([...rows.inSegment(2)]).toEqual(all.filter(({ segment }) => segment === 2))
    for (let seq = -1; seq < 50; seq += 1) expect(rows.get(seq)).toEqual(expected.get(seq))
  })
  assert(agrees, { numRuns: 300, seed: 1 })
})

test('finds nothing under what is no sequence number', () => {
  const { rows } = carryOut([['push', 0]])
  for (const seq of [0, 0.5, 1.5, -1, NaN, Infinity]) expect(rows.get(seq)).toBeUndefined()
})
