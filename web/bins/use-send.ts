import type { Trigger } from '../../shared/events/trigger.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { useActions } from '../shell/use-actions.ts'

/** Sends a documented event to a bin, and opens it there. */
export function useSend(session: BinSession) {
  const { router } = useServices()
  const { actions, run } = useActions(session)
  return async (trigger: Trigger) => {
    if (!actions) return
    const sendAndOpen = async () => {
      const { seq } = await actions.send(trigger)
      if (seq !== null) router.go({ page: 'bin', id: session.id, seq, tab: 'body', q: '' })
    }
    await run(sendAndOpen())
  }
}
