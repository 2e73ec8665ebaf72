import { expect, test } from 'vitest'
import { temporaryFolders } from '../temporary.ts'
import { killRounds } from './rounds.ts'

const newFolder = temporaryFolders()

test('kill -9, twenty times over the same data, loses nothing', { timeout: 300_000 }, async () => {
  const outcome = await killRounds(await newFolder(), 'process', 20)
  expect(outcome.acknowledged).toBeGreaterThan(4_000)
  expect(outcome).toMatchObject({ lost: [], surprises: [], contiguous: true })
})
