import { mostChanges, type KeptChange } from '../../shared/change.ts'

/** Milliseconds in which the same, done again, is one entry. */
const sameTime = 60_000

/** The changes of a bin with one more; what was done again at once is counted instead. */
export function withChange(
  changes: readonly KeptChange[],
  change: Omit<KeptChange, 'count'>,
): KeptChange[] {
  const last = changes.at(-1)
  if (last && isAgain(last, change)) {
    return [...changes.slice(0, -1), { ...last, ...change, count: last.count + 1 }]
  }
  return [...changes, { ...change, count: 1 }].slice(-mostChanges)
}

/** Requests are deleted by the dozen: those are one entry, with the last number. */
function isAgain(last: KeptChange, { at, what, by, subject }: Omit<KeptChange, 'count'>): boolean {
  const isSame = last.what === what && last.by === by && at - last.at < sameTime
  return isSame && (last.subject === subject || what === 'deleteRequest')
}
