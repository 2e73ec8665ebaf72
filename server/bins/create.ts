import { type CreatedBin, defaultReply } from '../../shared/bin.ts'
import type { CreateBinInput } from '../../shared/input.ts'
import { hashKey } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { viewBin } from '../inspect/bin.ts'
import { StoreError, type BinRecord } from '../store/store.ts'
import { createIds } from './ids.ts'
import { readSettings } from './settings.ts'

/**
 * Makes a bin. Its owner key is told here and never again: only a hash of it is kept.
 * @throws HttpProblem `invalid-input` | `bin-exists`
 */
export async function createBin(deps: ControlDeps, input: CreateBinInput): Promise<CreatedBin> {
  const ids = createIds(deps.random)
  const ownerKey = ids.ownerKey()
  const now = deps.now()
  const id = input.id ?? ids.bin()
  const record: BinRecord = {
    id,
    name: id,
    visibility: deps.config.privateBins === true ? 'private' : 'link',
    createdAt: now,
    expiresAt: null,
    ownerKeyHash: hashKey(ownerKey),
    secret: null,
    reply: defaultReply,
    ...readSettings(input, now),
    changes: [{ at: now, what: 'createBin', by: 'anyone', subject: '', count: 1 }],
  }
  await deps.store.bins.create(record).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== 'exists') throw error
    throw new HttpProblem('bin-exists', `There is a bin named "${id}" already.`, {
      pointer: '/id',
      cause: error,
    })
  })
  return { bin: viewBin(deps, record), ownerKey }
}
