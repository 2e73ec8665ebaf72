import type { Verdict } from '../../shared/events/verdict.ts'
import type { Timeline } from '../../shared/facets.ts'
import { withTerms } from '../model/facet-terms.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/use-words.ts'
import { useRange, type Range } from './use-range.ts'
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
/** Fewer bars than these would be slabs: what is short stands at the end of a longer time. */
const leastBars = 30

type TimelineChartProps = { timeline: Timeline; total: number; route: BinRoute }

/** Requests over time by verdict; dragging over it shows only that time. */
export function TimelineChart({ timeline, total, route }: TimelineChartProps) {
  const { router } = useServices()
  const { t, format } = useWords()
  const { step, counts } = timeline
  const before = Math.max(0, leastBars - counts.length)
  const stretches = before + counts.length
  const timeOf = (stretch: number) =>
    new Date(Date.parse(timeline.from) + (stretch - before) * step).toISOString()
  const choose = ({ first, last }: Range) => {
    // Both ends of a search belong to it: the last millisecond of the last stretch.
    const until = new Date(Date.parse(timeOf(last + 1)) - 1).toISOString()
    const terms = [`since:${timeOf(first)}`, `until:${until}`]
    router.go({ ...route, q: withTerms(route.q, ['since', 'until'], terms) })
  }
  const { range, handlers } = useRange(stretches, choose)
  const isChosen = /(^|\s)(since|until):/.test(route.q)
  const span = { from: format.moment(timeOf(before)), to: format.moment(timeOf(stretches)) }
  return (
    <div className={style.timeline}>
      <svg
        className={style.chart}
        viewBox={`0 0 ${stretches} ${height}`}
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn here, not a file
        role="img"
        aria-label={t('facets.timeline', { n: total, ...span })}
        {...handlers}
      >
        <Bars counts={counts} before={before} />
        {range && (
          <rect
            className={style.range}
            x={range.first}
            width={range.last - range.first + 1}
            height={height}
          />
        )}
      </svg>
      {isChosen && (
        <Button
          look="quiet"
          icon="close"
          onClick={() => router.go({ ...route, q: withTerms(route.q, ['since', 'until'], []) })}
        >
          {t('facets.allTimes')}
        </Button>
      )}
    </div>
  )
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
