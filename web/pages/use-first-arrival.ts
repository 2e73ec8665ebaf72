import { useEffect, useRef } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { isView, type BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { usePart } from '../ui/use-store.ts'

/** Opens the very first request of a bin by itself: it is what somebody is waiting for. */
export function useFirstArrival(session: BinSession, route: BinRoute): void {
  const { router } = useServices()
  const first = usePart(session.state, ({ inbox }) => inbox.rows[0]?.seq ?? null)
  const wasEmpty = useRef(false)
  useEffect(() => {
    // What a self-test sends is gone in a moment.
    const isTesting = session.selfTest.get().status === 'running'
    const isIdle = route.seq === null && route.q === '' && !isView(route)
    const isAwaited = wasEmpty.current && first !== null && isIdle && !isTesting
    wasEmpty.current = first === null && session.state.get().loading === null
    if (isAwaited) router.go({ ...route, seq: first })
  }, [first, route, router, session])
}
