import { useEffect, type ReactNode } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { Arrivals } from './arrivals.tsx'
import { RequestList } from './request-list.tsx'
import { SearchBox } from './search-box.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { BodyTab } from './tabs-on-demand.ts'
import style from './request-pane.module.css'

type RequestPaneProps = {
  session: BinSession
  route: BinRoute
  /** Stands between the search and the list. */
  overview: ReactNode
  /** What can be done with selected requests. */
  selectionActions: ReactNode
}

/** Search, count, and the list of requests. */
export function RequestPane({ session, route, overview, selectionActions }: RequestPaneProps) {
  const { t } = useWords()
  useEffect(() => whenIdle(BodyTab.preload), [])
  const isEmpty = usePart(session.state, ({ inbox }) => inbox.rows.length === 0)
  const loading = usePart(session.state, ({ loading }) => loading)
  return (
    <section className={style.pane} aria-label={t('list.title')} aria-busy={loading === 'page'}>
      <SearchBox session={session} route={route} />
      {overview}
      <SelectionBar session={session} actions={selectionActions} />
      {isEmpty ? (
        <output className={style.empty}>
          {loading === 'page'
            ? t('list.loading')
            : t(route.q === '' ? 'list.empty' : 'list.noMatch')}
        </output>
      ) : (
        <RequestList session={session} route={route} />
      )}
      <Arrivals session={session} />
    </section>
  )
}

/** When the page has drawn what was asked for. @returns gives it up */
function whenIdle(action: () => void): () => void {
  const timer = setTimeout(action, 200)
  return () => clearTimeout(timer)
}
