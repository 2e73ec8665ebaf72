import { describe, expect, it } from 'vitest'
import { createFolds, foldRows } from './folds.ts'
import { row } from './testing/rows.ts'

const rows = [9, 8, 7, 6, 5, 4].map((seq) => row({ seq }))
const deliveries = [{ key: 'a', seqs: [4, 7, 8] }]
const seqsOf = (open: string[], held = rows) =>
  foldRows(held, deliveries, new Set(open)).rows.map(({ seq }) => seq)

describe('foldRows', () => {
  it('lets the newest attempt stand for all', () => {
    expect(seqsOf([])).toEqual([9, 8, 6, 5])
  })

  it('shows the others below it', () => {
    expect(seqsOf(['a'])).toEqual([9, 8, 7, 4, 6, 5])
    const { folds, earlier } = foldRows(rows, deliveries, new Set(['a']))
    expect(folds.get(8)).toMatchObject({ key: 'a', isOpen: true })
    expect([...earlier]).toEqual([7, 4])
  })

  it('folds under the newest that the list holds', () => {
    const found = rows.filter(({ seq }) => seq !== 8)
    expect(seqsOf([], found)).toEqual([9, 7, 6, 5])
    const alone = rows.filter(({ seq }) => seq > 7)
    expect(foldRows(alone, deliveries, new Set()).folds.size).toBe(0)
  })

  it('gives the same rows where nothing is folded', () => {
    expect(foldRows(rows, [], new Set()).rows).toBe(rows)
  })
})

describe('createFolds', () => {
  it('unfolds what hides a request, and folds it again', () => {
    const folds = createFolds()
    folds.setDeliveries(deliveries)
    folds.reveal(8)
    expect([...folds.get().open]).toEqual([])
    folds.reveal(4)
    expect([...folds.get().open]).toEqual(['a'])
    folds.toggle('a')
    expect([...folds.get().open]).toEqual([])
  })

  it('wakes nobody for the same deliveries', () => {
    const folds = createFolds()
    let woken = 0
    folds.subscribe(() => (woken += 1))
    folds.setDeliveries(deliveries)
    folds.setDeliveries(structuredClone(deliveries))
    expect(woken).toBe(1)
  })
})
