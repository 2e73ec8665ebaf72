import type { Facets } from '../../shared/facets.ts'
import { termOf } from '../../shared/search/term.ts'
import { hasTerm, withTerms } from '../model/facet-terms.ts'
import { visibleText } from '../json/visible.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { useSearchWords } from '../words/search/use-search-words.ts'
import { useWords } from '../words/use-words.ts'
import style from './facets.module.css'

type FacetsProps = { facets: Facets; route: BinRoute }

/** How many requests have each verdict; one at a time is chosen. */
export function VerdictFacets({ facets, route }: FacetsProps) {
  const { t } = useWords()
  const say = useSearchWords()
  return (
    <ul className={style.row} aria-label={say('facets.verdicts')}>
      {facets.verdicts.map(({ verdict, count }) => (
        <Facet
          key={verdict}
          route={route}
          fields={['verdict']}
          term={termOf('verdict', verdict)}
          label={t(`verdict.${verdict}`)}
          count={count}
          mark={verdict}
        />
      ))}
    </ul>
  )
}

/** Events in the row, which can be scrolled: more than these are looked for by typing. */
const mostShown = 50

/** How many requests are of each event; one at a time is chosen. */
export function EventFacets({ facets, route }: FacetsProps) {
  const { language } = useWords()
  const say = useSearchWords()
  if (facets.events.length === 0) return null
  return (
    <ul className={style.row} aria-label={say('facets.events')}>
      {facets.events.slice(0, mostShown).map(({ trigger, type, label, count }) => (
        <Facet
          key={`${trigger} ${type}`}
          route={route}
          fields={['trigger', 'event']}
          term={trigger === null ? termOf('event', type) : termOf('trigger', trigger)}
          label={visibleText(label[language] || type)}
          count={count}
        />
      ))}
    </ul>
  )
}

type FacetProps = {
  route: BinRoute
  /** Fields whose terms give way to this one. */
  fields: ('verdict' | 'trigger' | 'event')[]
  term: string
  label: string
  count: number
  mark?: string
}

function Facet({ route, fields, term, label, count, mark }: FacetProps) {
  const { router } = useServices()
  const { format } = useWords()
  const isOn = hasTerm(route.q, term)
  return (
    <li>
      <button
        type="button"
        className={style.facet}
        aria-pressed={isOn}
        // Two families may call an event the same.
        title={term}
        onClick={() => router.go({ ...route, q: withTerms(route.q, fields, isOn ? [] : [term]) })}
      >
        {mark !== undefined && <span className={style.mark} data-verdict={mark} />}
        <span className={style.label}>{label}</span>
        <span className={style.count}>{format.number(count)}</span>
      </button>
    </li>
  )
}
