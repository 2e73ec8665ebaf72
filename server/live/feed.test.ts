import { expect, test } from 'vitest'
import { Inspector } from '../inspect/inspector.ts'
import { testBin, testDeps, testHead } from '../testing/deps.ts'
import { Feed } from './feed.ts'

test('many readers are woken a few in each turn, so that replies go out in between', async () => {
  const deps = testDeps()
  await deps.store.bins.create(testBin)
  const feed = new Feed({ deps, inspector: new Inspector(deps) }, testBin.id)
  let woken = 0
  const wake = () => void (woken += 1)
  const readers = Array.from({ length: 120 }, () => {
    return { wake, note: () => {}, noteBin: () => {}, noteOutcome: () => {} }
  })
  for (const reader of readers) feed.join(reader)
  await deps.store.append(testBin.id, testHead({}), Buffer.from('x'))
  const steps = [0]
  while (woken < readers.length) {
    await new Promise(setImmediate)
    if (woken !== steps.at(-1)) steps.push(woken)
  }
  expect(steps).toEqual([0, 50, 100, 120])
  for (const reader of readers) feed.leave(reader)
})
