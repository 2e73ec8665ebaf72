import { beforeEach, describe, expect, it } from 'vitest'
import { createBodyAhead, inlineBody, longestShown, type BodyAhead } from './body-ahead.ts'

const bytes = Uint8Array.of(1, 2, 3)
let asked: { seq: number; signal: AbortSignal }[]
let ahead: BodyAhead
beforeEach(() => {
  asked = []
  ahead = createBodyAhead((seq, signal) => {
    asked.push({ seq, signal })
    return seq === 13 ? Promise.reject(new RangeError('gone')) : Promise.resolve(bytes)
  })
})

describe('a body that is fetched ahead', () => {
  it('goes to the first who takes it', async () => {
    ahead.fetch(7, inlineBody + 1)
    expect(ahead.take(8)).toBeNull()
    expect(await ahead.take(7)).toBe(bytes)
    expect(ahead.take(7)).toBeNull()
  })

  it('is a long one, and one that is shown at all', () => {
    for (const size of [0, inlineBody, longestShown + 1]) ahead.fetch(1, size)
    expect(asked).toEqual([])
    ahead.fetch(1, longestShown)
    expect(asked).toMatchObject([{ seq: 1 }])
  })

  it('is given up when another request is opened, or none, but not once it was taken', () => {
    ahead.fetch(1, longestShown)
    ahead.fetch(2, 10)
    expect(asked[0]?.signal.aborted).toBe(true)
    ahead.fetch(3, longestShown)
    ahead.drop()
    expect(asked[1]?.signal.aborted).toBe(true)
    expect(ahead.take(3)).toBeNull()
    ahead.fetch(4, longestShown)
    void ahead.take(4)
    ahead.drop()
    expect(asked[2]?.signal.aborted).toBe(false)
  })

  it('fails where it is taken, and nowhere else', async () => {
    ahead.fetch(13, longestShown)
    await expect(ahead.take(13)).rejects.toThrow('gone')
    ahead.fetch(13, longestShown)
    ahead.drop()
    // An unhandled rejection would fail this run.
    await Promise.resolve()
  })
})
