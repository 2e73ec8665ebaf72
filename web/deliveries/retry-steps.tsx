import { useState } from 'react'
import type { ReplyStep } from '../../shared/bin.ts'
import type { BinSession } from '../model/bin-session.ts'
import { Button } from '../ui/button.tsx'
import { usePart } from '../ui/use-store.ts'
import { useActions } from '../shell/use-actions.ts'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { moveUp, presets } from './retry-step.ts'
import { RetryStepRow } from './retry-step-row.tsx'
import style from './retry.module.css'

/** The reply sequence of a bin, step by step. */
export function RetrySteps({ session }: { session: BinSession }) {
  const t = useSendingWords()
  const { actions, run } = useActions(session)
  const kept = usePart(session.state, ({ bin }) => bin?.reply.sequence)
  const used = usePart(session.state, ({ bin }) => bin?.replyStep ?? 0)
  const [steps, setSteps] = useState<readonly ReplyStep[]>(kept ?? [])
  const length = kept?.length ?? 0
  if (!actions) return null
  const save = () => run(actions.changeBin({ reply: { sequence: [...steps] } }), t('retry.used'))
  return (
    <fieldset className={style.section}>
      <legend className={style.legend}>{t('retry.steps')}</legend>
      <div className={style.row}>
        <span>{t('retry.presets')}</span>
        {presets.map((preset) => (
          <Button key={preset.join()} onClick={() => setSteps(preset)}>
            {preset.join(', ')}
          </Button>
        ))}
      </div>
      {steps.length === 0 && <p className={style.quiet}>{t('retry.none')}</p>}
      <ol className={style.steps}>
        {steps.map((step, place) => (
          <RetryStepRow
            key={place}
            step={step}
            place={place}
            onChange={(changed) =>
              setSteps(steps.map((one, index) => (index === place ? changed : one)))
            }
            onUp={() => setSteps(moveUp(steps, place))}
            onRemove={() => setSteps(steps.filter((_, index) => index !== place))}
          />
        ))}
      </ol>
      <div className={style.row}>
        <Button icon="plus" onClick={() => setSteps([...steps, 200])}>
          {t('retry.add')}
        </Button>
        <Button look="primary" onClick={() => void save()}>
          {t('retry.use')}
        </Button>
        <Button
          disabled={used === 0 || length === 0}
          onClick={() => void run(actions.restartReply(), t('retry.restarted'))}
        >
          {t('retry.restart')}
        </Button>
        {length > 0 && (
          <output>{t('retry.position', { n: Math.min(used, length), of: length })}</output>
        )}
      </div>
    </fieldset>
  )
}
