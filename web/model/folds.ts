import type { RequestSummary } from '../../shared/request.ts'
import { createStore, type Readable } from './store.ts'

/** Requests that are attempts of one delivery. */
export type Attempts = { key: string; seqs: readonly number[] }

/** The newest attempt that the list holds stands for all of them, until they are unfolded. */
export type Fold = { key: string; earlier: readonly RequestSummary[]; isOpen: boolean }

export type FoldedRows = {
  /** As they are listed: earlier attempts are left out, or stand below the newest. */
  rows: readonly RequestSummary[]
  /** By the newest attempt. */
  folds: ReadonlyMap<number, Fold>
  /** Earlier attempts, shown or not. */
  earlier: ReadonlySet<number>
}

/**
 * Puts the attempts of each delivery in one place; the same rows where there is nothing to fold.
 * @param open keys of deliveries that are unfolded
 */
export function foldRows(
  rows: readonly RequestSummary[],
  deliveries: readonly Attempts[],
  open: ReadonlySet<string>,
): FoldedRows {
  const groups = groupsOf(rows, deliveries)
  const folds = new Map<number, Fold>()
  const earlier = new Set<number>()
  for (const [key, [head, ...rest]] of groups) {
    if (!head || rest.length === 0) continue
    folds.set(head.seq, { key, earlier: rest, isOpen: open.has(key) })
    for (const { seq } of rest) earlier.add(seq)
  }
  if (folds.size === 0) return { rows, folds, earlier }
  const listed: RequestSummary[] = []
  for (const row of rows) {
    if (earlier.has(row.seq)) continue
    listed.push(row)
    const fold = folds.get(row.seq)
    if (fold?.isOpen) listed.push(...fold.earlier)
  }
  return { rows: listed, folds, earlier }
}

/** The rows of each delivery, newest first. */
function groupsOf(rows: readonly RequestSummary[], deliveries: readonly Attempts[]) {
  const groups = new Map<string, RequestSummary[]>()
  if (deliveries.length === 0) return groups
  const keys = new Map(deliveries.flatMap(({ key, seqs }) => seqs.map((seq) => [seq, key])))
  for (const row of rows) {
    const key = keys.get(row.seq)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

type FoldsState = { deliveries: readonly Attempts[]; open: ReadonlySet<string> }

export type FoldsStore = Readable<FoldsState> & {
  setDeliveries(deliveries: readonly Attempts[]): void
  toggle(key: string): void
  /** Unfolds what hides a request. */
  reveal(seq: number): void
}

/** Which deliveries there are, and which of them are unfolded. */
export function createFolds(): FoldsStore {
  const store = createStore<FoldsState>({ deliveries: [], open: new Set() })
  return {
    ...store,
    setDeliveries(deliveries) {
      const isSame = JSON.stringify(deliveries) === JSON.stringify(store.get().deliveries)
      if (!isSame) store.set((last) => ({ ...last, deliveries }))
    },
    toggle(key) {
      const open = new Set(store.get().open)
      if (!open.delete(key)) open.add(key)
      store.set((last) => ({ ...last, open }))
    },
    reveal(seq) {
      const { deliveries, open } = store.get()
      // The newest attempt hides behind none.
      const hiding = deliveries.find(({ seqs }) => seqs.includes(seq) && Math.max(...seqs) > seq)
      if (!hiding || open.has(hiding.key)) return
      store.set((last) => ({ ...last, open: new Set(last.open).add(hiding.key) }))
    },
  }
}
