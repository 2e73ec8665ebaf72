import type { GoldenComparison } from '../../shared/scenario/golden.ts'
import { VisibleText } from '../json/visible-text.tsx'
import type { BinRoute } from '../shell/router.ts'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'
import { RequestLink } from './checklist.tsx'
import style from './scenarios.module.css'

type GoldenDifferencesProps = { route: BinRoute; comparison: GoldenComparison }

/** How a run differs from the golden one. */
export function GoldenDifferences({ route, comparison }: GoldenDifferencesProps) {
  const t = useScenarioWords()
  const { isSame, missing, extra, reordered, changed } = comparison
  if (isSame) return <output>{t('golden.same')}</output>
  return (
    <ul className={style.golden} aria-label={t('golden.compare')}>
      {missing.map(({ place, event }) => (
        <li key={`missing ${place}`}>
          <VisibleText text={t('golden.missing', { event })} />
        </li>
      ))}
      {extra.map(({ seq, event }) => (
        <li key={`extra ${seq}`}>
          <VisibleText text={t('golden.extra', { event })} />{' '}
          <RequestLink route={route} seq={seq} />
        </li>
      ))}
      {reordered.map(({ seq, event }) => (
        <li key={`moved ${seq}`}>
          <VisibleText text={t('golden.reordered', { event })} />{' '}
          <RequestLink route={route} seq={seq} />
        </li>
      ))}
      {changed.map(({ seq, event, path, before, after }) => (
        <li key={`changed ${seq} ${path}`}>
          <VisibleText text={t('golden.changed', { event })} />{' '}
          <RequestLink route={route} seq={seq} />{' '}
          <code>
            <VisibleText
              text={`${path}: ${before ?? t('golden.absent')} → ${after ?? t('golden.absent')}`}
            />
          </code>
        </li>
      ))}
    </ul>
  )
}
