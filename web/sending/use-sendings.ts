import { useCallback, useEffect, useState } from 'react'
import type { SendingState } from '../../shared/sending.ts'
import type { BinSession } from '../model/bin-session.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'

/** Milliseconds between two readings while somebody looks. */
const pause = 1000

export type Sendings = {
  state: SendingState | null
  failure: string | null
  /** Reads at once. */
  refresh: () => Promise<void>
}

/** Where a bin may send to, and what it has sent, read again and again while it is shown. */
export function useSendings(session: BinSession): Sendings {
  const { client } = useServices()
  const [state, setState] = useState<SendingState | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const refresh = useCallback(async () => {
    try {
      setState(await client('listSendings', { params: { id: session.id }, key: session.key() }))
      setFailure(null)
    } catch (error) {
      setFailure(problemOf(error).message)
    }
  }, [client, session])
  useEffect(() => {
    const first = setTimeout(() => void refresh(), 0)
    const timer = setInterval(() => void refresh(), pause)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [refresh])
  return { state, failure, refresh }
}
