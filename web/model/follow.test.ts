import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultReply, type Bin } from '../../shared/bin.ts'
import { firstState, type BinState } from './bin-state.ts'
import { followBin } from './follow.ts'
import { createStore } from './store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('followBin', () => {
  it('reads at once, and once more for all changes within the pause', async () => {
    const { state, reads, read } = setUp()
    followBin(state, read, 1000)
    expect(reads()).toBe(1)
    await vi.advanceTimersByTimeAsync(0)

    for (const latest of [2, 3, 4]) state.set({ ...firstState, bin: { ...bin, latest } })
    await vi.advanceTimersByTimeAsync(999)
    expect(reads()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(reads()).toBe(2)
  })

  it('reads again after a change that came while it was reading', async () => {
    const { state, reads, read } = setUp(5000)
    followBin(state, read, 1000)
    state.set({ ...firstState, bin: { ...bin, shapesRevision: 1 } })
    await vi.advanceTimersByTimeAsync(5999)
    expect(reads()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(reads()).toBe(2)
  })

  it('reads what could not be read as soon as the stream is live again', async () => {
    const { state, reads, read, fail } = setUp()
    const connect = (status: 'live' | 'reconnecting') =>
      state.set({ ...state.get(), connection: { status, caughtUp: 0 } })
    connect('live')
    fail(true)
    followBin(state, read, 1000)
    await vi.advanceTimersByTimeAsync(0)
    connect('reconnecting')
    await vi.advanceTimersByTimeAsync(5000)
    expect(reads()).toBe(1)
    fail(false)
    connect('live')
    await vi.advanceTimersByTimeAsync(0)
    expect(reads()).toBe(2)
    connect('reconnecting')
    connect('live')
    await vi.advanceTimersByTimeAsync(5000)
    expect(reads()).toBe(2)
  })

  it('reads again what fails only after the stream has become live', async () => {
    const { state, reads, read, fail } = setUp(500)
    fail(true)
    followBin(state, read, 1000)
    state.set({ ...state.get(), connection: { status: 'live', caughtUp: null } })
    await vi.advanceTimersByTimeAsync(499)
    fail(false)
    await vi.advanceTimersByTimeAsync(1001)
    expect(reads()).toBe(2)
  })

  it('takes no notice of other settings, nor of anything after it was stopped', async () => {
    const { state, reads, read } = setUp()
    const stop = followBin(state, read, 1000)
    state.set({ ...firstState, bin: { ...bin, name: 'other' } })
    await vi.advanceTimersByTimeAsync(2000)
    state.set({ ...firstState, bin: { ...bin, latest: 9 } })
    stop()
    await vi.advanceTimersByTimeAsync(2000)
    expect(reads()).toBe(1)
  })
})

/** @param takes milliseconds of one reading */
function setUp(takes = 0) {
  const state = createStore<BinState>({ ...firstState, bin })
  let count = 0
  let isFailing = false
  const read = async () => {
    const goesWell = !isFailing
    count += 1
    if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes))
    return goesWell
  }
  const fail = (fails: boolean) => {
    isFailing = fails
  }
  return { state, read, reads: () => count, fail }
}

const bin: Bin = {
  id: 'abc',
  name: 'abc',
  captureUrl: 'http://h/bin/abc',
  inspectUrl: 'http://h/bin/abc?inspect',
  note: '',
  visibility: 'link',
  createdAt: '2026-10-01T12:00:00.000Z',
  expiresAt: null,
  latest: 1,
  oldest: 1,
  counts: { requests: 1, bytes: 0, evicted: 0, truncated: 0, aborted: 0, rejected: 0 },
  reply: defaultReply,
  replyStep: 0,
  hasSecret: false,
  shapesRevision: 0,
  scenariosRevision: 0,
}
