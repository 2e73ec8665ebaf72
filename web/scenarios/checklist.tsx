import type { ScenarioResult, StepResult } from '../../shared/scenario/result.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { Link } from '../shell/link.tsx'
import type { BinRoute } from '../shell/router.ts'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'
import { MissTable } from './miss-table.tsx'
import { StateBadge } from './state-badge.tsx'
import style from './scenarios.module.css'

type ChecklistProps = { route: BinRoute; name: string; result: ScenarioResult }

/** The steps of a scenario as they stand. */
export function Checklist({ route, name, result }: ChecklistProps) {
  const t = useScenarioWords()
  return (
    <>
      {result.contact !== null && (
        <p className={style.quiet}>
          <VisibleText text={t('scenario.contact', { contact: result.contact })} />
        </p>
      )}
      <ol className={style.steps} aria-label={t('scenario.steps', { name })}>
        {result.steps.map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps have no name of their own
          <Step key={index} route={route} step={step} number={index + 1} />
        ))}
      </ol>
    </>
  )
}

function Step({ route, step, number }: { route: BinRoute; step: StepResult; number: number }) {
  const t = useScenarioWords()
  const { kind, title, state, count, seqs, deadline, closestMiss } = step
  return (
    <li className={style.step}>
      <div className={style.stepLine}>
        <span className={style.number}>{number}</span>
        <StateBadge state={state} />
        {kind === 'never' && <b>{t('scenario.step.never')}</b>}
        {kind === 'exactly' && <b>{t('scenario.step.exactly', { n: count })}</b>}
        <code className={style.stepTitle}>
          <VisibleText text={title} />
        </code>
        {seqs.slice(0, 10).map((seq) => (
          <RequestLink key={seq} route={route} seq={seq} />
        ))}
        {state === 'waiting' && deadline !== null && (
          <span className={style.quiet}>
            {t('scenario.until', { time: new Date(deadline).toLocaleTimeString() })}
          </span>
        )}
      </div>
      {closestMiss && <MissTable route={route} step={step} miss={closestMiss} />}
      {state === 'failed' && !closestMiss && (
        <p className={style.miss}>{t('scenario.nothingNear')}</p>
      )}
    </li>
  )
}

/** Leads to a request. */
export function RequestLink({ route, seq }: { route: BinRoute; seq: number }) {
  return (
    <Link className={style.seq} to={{ ...route, seq }}>
      #{seq}
    </Link>
  )
}
