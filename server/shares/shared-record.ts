import { defaultReply } from '../../shared/bin.ts'
import type { OwnShapes } from '../../shared/own-shape/own-shape.ts'
import { StoreError, type BinCatalogue, type BinRecord, type ShareRecord } from '../store/store.ts'
import { isWhole, mayShowScenarios } from './scenarios.ts'

type Shown = {
  /** Hides what is personal in a text. */
  text: (text: string) => string
  shapes: OwnShapes | undefined
}

/** A bin as a share shows it: nothing of how it is set up, but what its requests are read by. */
export function sharedRecord(record: BinRecord, share: ShareRecord, shown: Shown): BinRecord {
  const name = record.name === record.id ? share.name : shown.text(record.name)
  return {
    id: share.id,
    name: name || 'Shared bin',
    visibility: 'link',
    ...scenariosOf(record, share),
    ...(record.note && { note: shown.text(record.note) }),
    createdAt: record.createdAt,
    expiresAt: share.expiresAt,
    // A hash of no key.
    ownerKeyHash: '-'.repeat(64),
    secret: null,
    reply: { ...defaultReply, status: record.reply.status },
    ...(shown.shapes && { ownShapes: shown.shapes }),
  }
}

/** Where they are told by their results only, pages read these again when the count has grown. */
function scenariosOf({ scenarios }: BinRecord, share: ShareRecord): Pick<BinRecord, 'scenarios'> {
  if (!scenarios || !mayShowScenarios(share)) return {}
  return { scenarios: isWhole(share) ? scenarios : { ...scenarios, scenarios: [] } }
}

/** Bins that nothing can be changed of. */
export function readOnlyBins(get: (id: string) => BinRecord | undefined): BinCatalogue {
  return { get, list: () => [], create: refuse, update: refuse, delete: refuse }
}

/** Stands for everything that would change something. */
export async function refuse(): Promise<never> {
  throw new StoreError('failed', 'A share is for reading only.')
}
