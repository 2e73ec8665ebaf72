import { useEffect, useState } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { problemOf } from '../model/problems.ts'
import { readOptions } from '../model/read-options.ts'
import { useServices } from '../shell/services.ts'

/** Largest body that is put beside others, in bytes. */
export const longestCompared = 2 * 1024 * 1024

export type Requests =
  | { status: 'loading' }
  | { status: 'failed'; message: string }
  | { status: 'ready'; requests: RequestDetail[] }

/** Whole requests by their numbers, in that order. */
export function useRequests(session: BinSession, seqs: readonly number[]): Requests {
  const { client } = useServices()
  const [state, setState] = useState<Requests>({ status: 'loading' })
  const wanted = seqs.join()
  useEffect(() => {
    let isLatest = true
    const show = (next: Requests) => {
      if (isLatest) setState(next)
    }
    const query = { inline: longestCompared }
    const reads = wanted
      .split(',')
      .map((seq) => client('readRequest', { ...readOptions(session, Number(seq)), query }))
    Promise.all(reads).then(
      (requests) => show({ status: 'ready', requests }),
      (error: unknown) => show({ status: 'failed', message: problemOf(error).message }),
    )
    return () => {
      isLatest = false
    }
  }, [client, session, wanted])
  return state
}
