import { useEffect, useMemo, useState } from 'react'
import type { ObservedRow } from '../../shared/observed/rows.ts'
import { headerPairs } from '../../shared/headers.ts'
import type { KnownValues } from '../../shared/search/complete.ts'
import type { RequestDetail, RequestSummary } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { suffixOf } from './title.ts'

/** Newest rows that are looked through for values. */
const mostRows = 500

/** Headers that people look for, whether a request is open or not. */
const usualHeaders = ['user-agent', 'content-type', 'x-webhook-event', 'x-webhook-signature']

/** What occurs in the requests of a bin: in the rows, in the one that is open, and in their events. */
export function useKnownValues(session: BinSession): KnownValues {
  const rows = useObserved(session)
  return useMemo(() => {
    const open = () => {
      const detail = session.details.current.get()
      return detail?.status === 'ready' ? detail.request : null
    }
    return {
      keysOf(field) {
        if (field === '$') return rows.map(({ path }) => searchPath(path)).filter(Boolean)
        if (field === 'query') return open()?.query.map(([name]) => name) ?? []
        const sent = headerPairs(open()?.rawHeaders ?? []).map(([name]) => name.toLowerCase())
        return [...usualHeaders, ...sent]
      },
      valuesOf(field, key) {
        if (field !== '$') return valuesOf(session, open(), field, key)
        const row = rows.find(({ path }) => searchPath(path) === key)
        return row?.values?.map(([value]) => value) ?? []
      },
    }
  }, [session, rows])
}

function valuesOf(
  session: BinSession,
  open: RequestDetail | null,
  field: string,
  key: string,
): string[] {
  const rows = session.state.get().inbox.rows.slice(0, mostRows)
  const ofRows = (read: (row: RequestSummary) => string | undefined) =>
    [...new Set(rows.map(read))].filter((value) => value !== undefined && value !== '')
  const pairs = (all: readonly (readonly [string, string])[]) =>
    all.filter(([name]) => name.toLowerCase() === key.toLowerCase()).map(([, value]) => value)
  const readers: Record<string, () => (string | undefined)[]> = {
    event: () => ofRows(({ event }) => event?.type),
    email: () => ofRows(({ event }) => event?.contact.email),
    contact: () => ofRows(({ event }) => event?.contact.id?.toString()),
    method: () => ofRows(({ method }) => method),
    path: () => ofRows(suffixOf).filter((path) => path !== '/'),
    ip: () => ofRows(({ source }) => source.ip),
    issue: () => open?.issues.map(({ code }) => code) ?? [],
    header: () => pairs(headerPairs(open?.rawHeaders ?? [])),
    query: () => pairs(open?.query ?? []),
    since: () => ['10m', '1h', '1d'],
    size: () => ['>10k', '>1m'],
    status: () => ['2xx', '4xx', '5xx'],
  }
  const values = Object.hasOwn(readers, field) ? (readers[field]?.() ?? []) : []
  return values.filter((value) => value !== undefined)
}

/** Places of the bin's events with what stood there, fetched once. */
function useObserved(session: BinSession): readonly ObservedRow[] {
  const { client } = useServices()
  const [rows, setRows] = useState<readonly ObservedRow[]>([])
  useEffect(() => {
    let isLatest = true
    client('listObserved', { params: { id: session.id }, query: {}, key: session.key() }).then(
      ({ events }) => isLatest && setRows(events.flatMap((event) => event.rows)),
      // Without them there is less to choose from.
      () => undefined,
    )
    return () => {
      isLatest = false
    }
  }, [client, session])
  return rows
}

/** `data.items[].id` as the search writes it; empty where it has no words for it. */
function searchPath(path: string): string {
  const plain = path.replaceAll('[]', '.*')
  return /^[\w$.*-]+$/.test(plain) ? plain : ''
}
