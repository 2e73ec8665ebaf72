import type { BinSession } from '../model/bin-session.ts'
import { useActions } from './use-actions.ts'

/** Deletes requests of a bin in a while, so that it can be taken back; `null` for who may not. */
export function useDelete(session: BinSession) {
  const { actions, run } = useActions(session)
  if (!actions) return null
  return {
    requests(seqs: readonly number[]) {
      const carryOut = () => run(Promise.all(seqs.map((seq) => actions.remove(seq))))
      session.deletions.begin({ deleted: { seqs }, carryOut })
    },
    /** All there are now: what arrives meanwhile stays. */
    all() {
      const upTo = session.state.get().inbox.latest
      session.deletions.begin({ deleted: { upTo }, carryOut: () => run(actions.clear(upTo)) })
    },
  }
}
