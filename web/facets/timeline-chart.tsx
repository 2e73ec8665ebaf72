import { useId } from 'react'
import type { Verdict } from '../../shared/events/verdict.ts'
import type { Timeline } from '../../shared/facets.ts'
import { withTerms } from '../model/facet-terms.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useSearchWords } from '../words/search/use-search-words.ts'
import { useWords } from '../words/use-words.ts'
import { stretchesOf, type Range, type Stretches } from './stretches.ts'
import { useRange } from './use-range.ts'
import style from './facets.module.css'

/** From the bottom of a bar to its top. */
const order: readonly Verdict[] = [
  'valid',
  'drifted',
  'ambiguous',
  'undocumented',
  'unrecognized',
  'none',
  'invalid',
  'unreadable',
]
const height = 28

type TimelineChartProps = { timeline: Timeline; total: number; route: BinRoute }

/** Requests over time by verdict; a part of it that is chosen shows only that time. */
export function TimelineChart({ timeline, total, route }: TimelineChartProps) {
  const { router } = useServices()
  const say = useSearchWords()
  const id = useId()
  const stretches = stretchesOf(timeline)
  const { count, before } = stretches
  const search = (terms: string[]) =>
    router.go({ ...route, q: withTerms(route.q, ['since', 'until'], terms) })
  const { range, handlers } = useRange({
    count,
    chosen: stretches.rangeIn(route.q),
    onChoose: (chosen) => search(stretches.termsOf(chosen)),
    onClear: () => search([]),
  })
  const tell = useTell(stretches)
  const isChosen = /(^|\s)(since|until):/.test(route.q)
  return (
    <div className={style.timeline}>
      <svg
        className={style.chart}
        viewBox={`0 0 ${count} ${height}`}
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input has one end, and draws no bars
        role="slider"
        tabIndex={0}
        aria-label={tell({ first: before, last: count - 1 }, total)}
        aria-describedby={id}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={range?.last ?? count - 1}
        aria-valuetext={range ? tell(range) : say('facets.allTimes')}
        {...handlers}
      >
        <Bars counts={timeline.counts} before={before} />
        {range && (
          <rect
            className={style.range}
            x={range.first}
            width={range.last - range.first + 1}
            height={height}
          />
        )}
      </svg>
      <span id={id} className="unseen">
        {say('facets.howTo')}
      </span>
      {isChosen && (
        <Button look="quiet" icon="close" onClick={() => search([])}>
          {say('facets.allTimes')}
        </Button>
      )}
    </div>
  )
}

/** Says how many requests came from when to when. */
function useTell({ startOf, sum }: Stretches) {
  const { format } = useWords()
  const say = useSearchWords()
  const moment = (stretch: number) => format.moment(new Date(startOf(stretch)).toISOString())
  return ({ first, last }: Range, n = sum({ first, last })) =>
    say('facets.timeline', { n, from: moment(first), to: moment(last + 1) })
}

function Bars({ counts, before }: Pick<Timeline, 'counts'> & { before: number }) {
  const sums = counts.map((stretch) => Object.values(stretch).reduce((sum, n) => sum + n, 0))
  const most = Math.max(1, ...sums)
  return counts.flatMap((stretch, x) => {
    let top = height
    return order.map((verdict) => {
      const size = ((stretch[verdict] ?? 0) / most) * height
      if (size === 0) return null
      top -= size
      return (
        <rect
          key={`${x} ${verdict}`}
          className={style.bar}
          data-verdict={verdict}
          x={before + x + 0.1}
          y={top}
          width={0.8}
          height={size}
        />
      )
    })
  })
}
