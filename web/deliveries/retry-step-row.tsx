import type { ReplyStep } from '../../shared/bin.ts'
import { IconButton } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { plainSteps } from './retry-step.ts'
import style from './retry.module.css'

type RetryStepRowProps = {
  step: ReplyStep
  place: number
  onChange: (step: ReplyStep) => void
  onUp: () => void
  onRemove: () => void
}

/** One step of a reply sequence. */
export function RetryStepRow({ step, place, onChange, onUp, onRemove }: RetryStepRowProps) {
  const t = useSendingWords()
  const n = place + 1
  const choose = (value: string) => {
    const chosen = plainSteps.find((one) => String(one) === value)
    if (chosen !== undefined) onChange(chosen)
  }
  // Statuses that are not offered, and replies of their own, stay until something else is chosen.
  const isOffered = plainSteps.some((one) => one === step)
  return (
    <li className={style.step}>
      <Select
        className={style.select}
        aria-label={t('retry.step', { n })}
        value={isOffered && typeof step !== 'object' ? step : 'own'}
        onChange={({ target }) => choose(target.value)}
      >
        {!isOffered && (
          <option value="own">
            {typeof step === 'object' ? t('retry.own', { status: String(step.status) }) : step}
          </option>
        )}
        {plainSteps.map((one) => (
          <option key={one} value={one}>
            {typeof one === 'number' ? one : t(`retry.${one}`)}
          </option>
        ))}
      </Select>
      <IconButton
        icon="arrowUp"
        label={t('retry.up', { n })}
        disabled={place === 0}
        onClick={onUp}
      />
      <IconButton icon="close" label={t('retry.remove', { n })} onClick={onRemove} />
    </li>
  )
}
