import type { BinSession } from '../model/bin-session.ts'
import { foldRows } from '../model/folds.ts'
import { indexOfSeq, neighbour } from '../model/inbox.ts'
import { comparing, type BinRoute } from '../shell/router.ts'
import { useActions } from '../shell/use-actions.ts'
import { useServices } from '../shell/services.ts'

/** What keys and commands do with the list and the open request; `false` where there is nothing to do. */
export function useDeeds(session: BinSession, route: BinRoute) {
  const { router } = useServices()
  const { actions, run } = useActions(session)
  const { seq } = route

  /** Steps from one to the next leave no trail to go back through. */
  const open = (next: number | null) => {
    if (next !== null) router.go({ ...route, seq: next }, { replace: seq !== null })
  }
  /** As they are listed. */
  const listed = () => {
    const { deliveries, open: unfolded } = session.folds.get()
    return foldRows(session.state.get().inbox.rows, deliveries, unfolded).rows
  }
  const step = (by: number) => open(neighbour(listed(), seq, by))
  const ends = (isLast: boolean) => {
    const rows = listed()
    open((isLast ? rows.at(-1) : rows[0])?.seq ?? null)
  }
  const pin = () => {
    const { rows } = session.state.get().inbox
    const row = seq === null ? undefined : rows[indexOfSeq(rows, seq)]
    if (!row || !actions) return false
    return run(actions.mark(row.seq, { pinned: !row.pinned }))
  }
  /** What is selected; else the open request beside the one before it. */
  const compare = () => {
    const { seqs } = session.selection.get()
    if (seqs.length > 1) return router.go(comparing(route, seqs))
    const older = seq === null ? null : neighbour(listed(), seq, 1)
    if (seq === null || older === null || older === seq) return false
    return router.go(comparing(route, [older, seq]))
  }
  return { step, ends, pin, compare }
}
