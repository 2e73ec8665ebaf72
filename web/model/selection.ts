import { createStore, type Readable } from './store.ts'

/** Requests that are picked out together, to be compared, exported or deleted. */
export type Selection = {
  /** Ascending. */
  seqs: readonly number[]
  /** The one picked last: where a range begins. */
  anchor: number | null
}

export const noSelection: Selection = { seqs: [], anchor: null }

/** Picks a request, or puts it back. */
export function withToggled({ seqs }: Selection, seq: number): Selection {
  if (!seqs.includes(seq)) return { seqs: ascending([...seqs, seq]), anchor: seq }
  return { seqs: seqs.filter((other) => other !== seq), anchor: null }
}

/** Picks all from the anchor to a request; without an anchor the request alone. */
export function withRange(
  { seqs, anchor }: Selection,
  seq: number,
  rows: readonly { seq: number }[],
): Selection {
  const [low, high] = anchor === null ? [seq, seq] : [Math.min(anchor, seq), Math.max(anchor, seq)]
  const between = rows.map((row) => row.seq).filter((other) => other >= low && other <= high)
  return { seqs: ascending(new Set([...seqs, ...between, seq])), anchor: seq }
}

/** Forgets requests that are gone. */
export function withoutGone(selection: Selection, isGone: (seq: number) => boolean): Selection {
  const seqs = selection.seqs.filter((seq) => !isGone(seq))
  if (seqs.length === selection.seqs.length) return selection
  const { anchor } = selection
  return { seqs, anchor: anchor === null || isGone(anchor) ? null : anchor }
}

export type SelectionStore = Readable<Selection> & {
  toggle(seq: number): void
  /** @param rows what the list holds: a range picks of these */
  range(seq: number, rows: readonly { seq: number }[]): void
  /** Forgets requests that are gone. */
  forget(isGone: (seq: number) => boolean): void
  clear(): void
}

export function createSelection(): SelectionStore {
  const store = createStore(noSelection)
  return {
    ...store,
    toggle: (seq) => store.set((last) => withToggled(last, seq)),
    range: (seq, rows) => store.set((last) => withRange(last, seq, rows)),
    forget: (isGone) => store.set((last) => withoutGone(last, isGone)),
    clear: () => store.set(noSelection),
  }
}

function ascending(seqs: Iterable<number>): number[] {
  return [...seqs].sort((a, b) => a - b)
}
