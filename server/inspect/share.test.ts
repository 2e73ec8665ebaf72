import { expect, test } from 'vitest'
import { createShare } from './share.ts'

/** A share of a clock that only goes on in work and in rests. */
function clocked() {
  const rests: number[] = []
  let time = 0
  const share = createShare(
    () => time,
    (milliseconds) => {
      rests.push(milliseconds)
      time += milliseconds
      return Promise.resolve()
    },
  )
  const work = (milliseconds: number) =>
    share(() => {
      time += milliseconds
      return Promise.resolve(time)
    })
  return { share, work, rests }
}

test('the first piece is done at once, and its result given', async () => {
  const { work } = clocked()
  expect(await work(5)).toBe(5)
})

test('each piece is followed by twice its time of rest', async () => {
  const { work, rests } = clocked()
  await work(5)
  expect(await work(1)).toBe(5 + 10 + 1)
  expect(rests).toEqual([10, 2])
})

test('no rest is longer than a tenth of a second', async () => {
  const { work, rests } = clocked()
  await work(3000)
  expect(rests).toEqual([100])
})

test('a piece that fails is followed by a rest, and the next is done', async () => {
  const { share, work } = clocked()
  await expect(share(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await work(4)).toBe(4)
})
