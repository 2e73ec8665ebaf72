import { useMemo, useRef, useState } from 'react'
import { parseScenario } from '../../shared/scenario/parse.ts'
import type { ScenarioError } from '../../shared/scenario/source.ts'
import { problemOf } from '../model/problems.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'
import style from './scenarios.module.css'

type ScenarioEditorProps = {
  text: string
  isNew?: boolean
  onSave: (text: string, arm: boolean) => Promise<void>
  onCancel: () => void
}

/** The text of a scenario; what is wrong with it is said at once, and leads to its place. */
export function ScenarioEditor({ text: first, isNew, onSave, onCancel }: ScenarioEditorProps) {
  const t = useScenarioWords()
  const [text, setText] = useState(first)
  const [failure, setFailure] = useState<string | null>(null)
  const area = useRef<HTMLDivElement>(null)
  const errors = useMemo(() => parseScenario(text).errors ?? [], [text])
  const save = (arm: boolean) => {
    setFailure(null)
    onSave(text, arm).catch((error: unknown) => setFailure(problemOf(error).message))
  }
  const goTo = ({ position }: ScenarioError) => {
    const field = area.current?.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(position, Math.max(position, lineEnd(text, position)))
  }
  const lines = Math.min(30, Math.max(8, text.split('\n').length + 1))
  return (
    <div className={style.editor} ref={area}>
      <Field label={t('scenario.text')}>
        {(control) => (
          <TextArea
            {...control}
            rows={lines}
            value={text}
            aria-invalid={errors.length > 0}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      {errors.length > 0 && <Faults errors={errors} onGo={goTo} />}
      {failure !== null && <p role="alert">{failure}</p>}
      <div className={style.buttons}>
        {isNew && (
          <Button look="primary" disabled={errors.length > 0} onClick={() => save(true)}>
            {t('scenario.saveArmed')}
          </Button>
        )}
        <Button disabled={errors.length > 0} onClick={() => save(false)}>
          {t('scenario.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}

type FaultsProps = { errors: readonly ScenarioError[]; onGo: (error: ScenarioError) => void }

function Faults({ errors, onGo }: FaultsProps) {
  const t = useScenarioWords()
  return (
    <ul className={style.faults} aria-label={t('scenario.faults')}>
      {errors.map((error) => (
        <li key={`${error.position} ${error.message}`}>
          <button type="button" className={style.fault} onClick={() => onGo(error)}>
            {t('scenario.line', { line: error.line, message: error.message })}
          </button>
        </li>
      ))}
    </ul>
  )
}

function lineEnd(text: string, position: number): number {
  const end = text.indexOf('\n', position)
  return end < 0 ? text.length : end
}
