import { expect, test } from 'vitest'
import { OneByOne } from './one-by-one.ts'

test('under one key actions wait for each other, also for one that fails', async () => {
  const oneByOne = new OneByOne()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const done: string[] = []
  const first = oneByOne.run('a', async () => {
    await held
    done.push('first')
    throw new Error('no')
  })
  const second = oneByOne.run('a', () => void done.push('second'))
  await oneByOne.run('b', () => void done.push('other key'))
  expect(done).toEqual(['other key'])
  letGo()
  await expect(first).rejects.toThrow('no')
  await second
  expect(done).toEqual(['other key', 'first', 'second'])
})
