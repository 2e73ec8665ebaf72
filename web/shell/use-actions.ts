import { createBinActions, type BinActions } from '../model/bin-actions.ts'
import type { BinSession } from '../model/bin-session.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from './services.ts'
import { useWords } from '../words/use-words.ts'

export type Actions = {
  /** What may be done to the bin; `null` where this browser has no owner key. */
  actions: BinActions | null
  /** Waits for an action; says how it went. @returns whether it worked */
  run: (action: Promise<unknown>, done?: string) => Promise<boolean>
}

/** Actions on a bin, with their failures said at the foot of the page. */
export function useActions(session: BinSession): Actions {
  const { client, notices } = useServices()
  const { t } = useWords()
  const key = session.key()
  return {
    actions: key === undefined ? null : createBinActions(client, session, key),
    async run(action, done) {
      try {
        await action
        if (done !== undefined) notices.show({ tone: 'good', text: done })
        return true
      } catch (error) {
        notices.show({
          tone: 'bad',
          text: t('action.failed', { reason: problemOf(error).message }),
        })
        return false
      }
    },
  }
}
