import { useCallback } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { withoutFields } from '../model/facet-terms.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { usePart } from '../ui/use-store.ts'
import { useFollowed } from '../shell/use-followed.ts'
import { useSearchWords } from '../words/search/use-search-words.ts'
import { EventFacets, VerdictFacets } from './facet-rows.tsx'
import { TimelineChart } from './timeline-chart.tsx'
import style from './facets.module.css'

/** Milliseconds between two countings of a bin that changes. */
const pause = 3000

/** Above the list: what the bin holds, over time, by verdict and by event; a click filters. */
export function FacetsPanel({ session, route }: { session: BinSession; route: BinRoute }) {
  const say = useSearchWords()
  const facets = useFacets(
    session,
    withoutFields(route.q, ['verdict', 'trigger', 'event', 'since', 'until']),
  )
  const held = usePart(session.state, ({ bin }) => bin?.counts.requests ?? 0)
  // Of a single one there is nothing to choose.
  if (!facets?.timeline || held < 2) return null
  return (
    <section className={style.panel} aria-label={say('facets.title')}>
      <TimelineChart timeline={facets.timeline} total={facets.total} route={route} />
      <VerdictFacets facets={facets} route={route} />
      <EventFacets facets={facets} route={route} />
    </section>
  )
}

/** Counts of what is found without the terms that the facets switch, so that each stays in sight. */
function useFacets(session: BinSession, q: string) {
  const { client } = useServices()
  const read = useCallback(() => {
    return client('readFacets', {
      params: { id: session.id },
      query: q === '' ? {} : { q },
      key: session.key(),
    })
  }, [client, session, q])
  return useFollowed(session, read, pause).value
}
