import { useEffect, useState } from 'react'
import type { ScenarioInfo } from '../../shared/scenario/kept.ts'
import { problemOf } from '../model/problems.ts'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'
import { ScenarioEditor } from './scenario-editor.tsx'
import type { ScenarioCalls } from './scenario-calls.ts'
import style from './scenarios.module.css'

type NewScenarioProps = {
  calls: ScenarioCalls
  /** Requests to expect again. */
  seqs: readonly number[]
  onSaved: (info: ScenarioInfo) => void | Promise<void>
  onCancel: () => void
}

/** A scenario that is being written, begun with the requests that were pointed at. */
export function NewScenario({ calls, seqs, onSaved, onCancel }: NewScenarioProps) {
  const t = useScenarioWords()
  const [draft, setDraft] = useState<{ text: string } | { failure: string } | null>(null)
  const key = seqs.join()
  const name = t('scenarios.newName')
  useEffect(() => {
    let isLatest = true
    calls.draft(name, key === '' ? [] : key.split(',').map(Number)).then(
      (text) => isLatest && setDraft({ text }),
      (error: unknown) => isLatest && setDraft({ failure: problemOf(error).message }),
    )
    return () => {
      isLatest = false
    }
  }, [calls, key, name])
  if (draft === null) return <output>{t('scenarios.loading')}</output>
  if ('failure' in draft) {
    return <p role="alert">{t('scenarios.failed', { reason: draft.failure })}</p>
  }
  return (
    <article className={style.card} aria-label={t('scenarios.new')}>
      <ScenarioEditor
        text={draft.text}
        isNew
        onSave={async (text, arm) => onSaved(await calls.create(text, arm))}
        onCancel={onCancel}
      />
    </article>
  )
}
