import { useEffect, useMemo } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { type BinRoute, showsBody } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { usePart } from '../ui/use-store.ts'

/** The session of the bin in the address, live while it is shown, following its search and request. */
export function useBinSession(route: BinRoute): BinSession {
  const { id, q, seq } = route
  const { openSession, recent } = useServices()
  const session = useMemo(() => openSession(id), [openSession, id])

  useEffect(() => {
    void session.start()
    const leave = () => void session.deletions.flush()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      session.stop()
    }
  }, [session])

  useEffect(() => {
    void session.rows.search(q)
  }, [session, q])

  const wantsBody = showsBody(route)
  useEffect(() => {
    session.details.open(seq, wantsBody)
  }, [session, seq, wantsBody])

  const name = usePart(session.state, ({ bin }) => bin?.name ?? null)
  useEffect(() => {
    if (name !== null) recent.remember({ id, name, openedAt: Date.now() })
  }, [recent, id, name])
  return session
}
