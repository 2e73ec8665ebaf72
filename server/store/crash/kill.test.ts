import { expect, test } from 'vitest'
import { temporaryFolders } from '../temporary.ts'
import { killRounds } from './rounds.ts'

const newFolder = temporaryFolders()

test.each(['disk', 'process'] as const)(
  'kill -9 in a burst loses nothing that was acknowledged (%s)',
  { timeout: 60_000 },
  async (durability) => {
    const outcome = await killRounds(await newFolder(), durability, 3)
    expect(outcome.acknowledged).toBeGreaterThan(600)
    expect(outcome).toMatchObject({ lost: [], surprises: [], contiguous: true })
  },
)
