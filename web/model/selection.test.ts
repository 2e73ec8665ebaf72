import { describe, expect, it } from 'vitest'
import { createSelection } from './selection.ts'

const rows = [9, 7, 6, 4, 1].map((seq) => ({ seq }))

describe('selection', () => {
  it('picks requests one by one, in the order of the bin', () => {
    const selection = createSelection()
    for (const seq of [7, 1, 9]) selection.toggle(seq)
    expect(selection.get().seqs).toEqual([1, 7, 9])
    selection.toggle(7)
    expect(selection.get().seqs).toEqual([1, 9])
  })

  it('picks what stands between two, in either direction', () => {
    const selection = createSelection()
    selection.toggle(4)
    selection.range(9, rows)
    expect(selection.get().seqs).toEqual([4, 6, 7, 9])
    selection.range(1, rows)
    expect(selection.get().seqs).toEqual([1, 4, 6, 7, 9])
  })

  it('begins a range at the request itself where none was picked', () => {
    const selection = createSelection()
    selection.range(6, rows)
    expect(selection.get()).toEqual({ seqs: [6], anchor: 6 })
  })

  it('forgets what is gone, and wakes nobody where nothing is', () => {
    const selection = createSelection()
    selection.toggle(4)
    selection.toggle(9)
    const before = selection.get()
    selection.forget((seq) => seq === 5)
    expect(selection.get()).toBe(before)
    selection.forget((seq) => seq >= 9)
    expect(selection.get()).toEqual({ seqs: [4], anchor: null })
    selection.clear()
    expect(selection.get().seqs).toEqual([])
  })
})
