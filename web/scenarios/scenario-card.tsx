import { useState } from 'react'
import type { GoldenComparison } from '../../shared/scenario/golden.ts'
import type { ScenarioInfo } from '../../shared/scenario/kept.ts'
import type { ScenarioResult } from '../../shared/scenario/result.ts'
import { Link } from '../shell/link.tsx'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'
import { Checklist } from './checklist.tsx'
import { GoldenDifferences } from './golden-differences.tsx'
import { ScenarioActions } from './scenario-actions.tsx'
import { ScenarioEditor } from './scenario-editor.tsx'
import { StateBadge } from './state-badge.tsx'
import type { ScenarioCalls } from './scenario-calls.ts'
import style from './scenarios.module.css'

type ScenarioCardProps = {
  session: BinSession
  route: BinRoute
  info: ScenarioInfo
  calls: ScenarioCalls
  isOpen: boolean
  /** After a change of one's own. */
  onChanged: () => Promise<void>
}

/** One scenario: how it stands; opened, its steps and what can be done with it. */
export function ScenarioCard(props: ScenarioCardProps) {
  const { session, route, info, calls, isOpen, onChanged } = props
  const t = useScenarioWords()
  const [isEditing, setEditing] = useState(false)
  const [history, setHistory] = useState<ScenarioResult | null>(null)
  const [comparison, setComparison] = useState<GoldenComparison | null>(null)
  const result = history ?? info.result
  const heading = `scenario-${info.id}`
  const forget = () => {
    setHistory(null)
    setComparison(null)
  }
  return (
    <article className={style.card} aria-labelledby={heading}>
      <div className={style.line}>
        <h3 id={heading} className={style.name}>
          <Link to={{ ...route, scenarios: isOpen ? '' : info.id }} aria-expanded={isOpen}>
            {info.name}
          </Link>
        </h3>
        {result ? <StateBadge state={result.state} /> : <span>{t('scenario.idle')}</span>}
      </div>
      {isOpen && isEditing && (
        <ScenarioEditor
          text={info.text}
          onSave={async (text) => {
            await calls.change(info.id, text)
            setEditing(false)
            forget()
            await onChanged()
          }}
          onCancel={() => setEditing(false)}
        />
      )}
      {isOpen && !isEditing && (
        <>
          <RunLine info={info} isHistory={history !== null} />
          {result && <Checklist route={route} name={info.name} result={result} />}
          {comparison && <GoldenDifferences route={route} comparison={comparison} />}
          <ScenarioActions
            {...{ session, info, calls, onChanged, forget, setHistory, setComparison }}
            onEdit={() => setEditing(true)}
          />
        </>
      )}
    </article>
  )
}

/** Which requests the result is about. */
function RunLine({ info, isHistory }: { info: ScenarioInfo; isHistory: boolean }) {
  const t = useScenarioWords()
  const { run } = info
  if (isHistory) return <p className={style.quiet}>{t('scenario.overHistory')}</p>
  if (!run) return null
  const text =
    run.endedAt === null ? t('scenario.live', { seq: String(run.after) }) : t('scenario.ended')
  return <p className={style.quiet}>{text}</p>
}
