import { useState, type SubmitEvent } from 'react'
import type { SendingState } from '../../shared/sending.ts'
import type { PlaybackInput } from '../../shared/input.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select } from '../ui/field.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { Failure } from './failure.tsx'
import { PlaybackRange, type Range } from './playback-range.tsx'
import { TargetFields, targetInput, toBin } from './target-fields.tsx'
import { useCall } from './use-call.ts'
import style from './sending.module.css'

type SectionProps = { session: BinSession; state: SendingState; onChanged: () => Promise<void> }

/** Plays captured requests back, and says how far it has come. */
export function PlaybackSection({ session, state, onChanged }: SectionProps) {
  const t = useSendingWords()
  const { client } = useServices()
  const { call, failure } = useCall()
  const { playback } = state
  const cancel = async () => {
    await call(() => client('cancelPlayback', { params: { id: session.id }, key: session.key() }))
    await onChanged()
  }
  return (
    <section className={style.section} aria-labelledby="playback-title">
      <h3 id="playback-title">{t('playback.title')}</h3>
      <p className={style.lead}>{t('playback.lead')}</p>
      {playback && <output>{t(`playback.${playback.state}`, countsOf(playback))}</output>}
      <Failure text={failure} />
      {playback?.state === 'running' ? (
        <div className={style.row}>
          <Button look="danger" onClick={() => void cancel()}>
            {t('playback.cancel')}
          </Button>
        </div>
      ) : (
        <NewPlayback session={session} state={state} onChanged={onChanged} />
      )}
    </section>
  )
}

function countsOf({ done, total, failed }: { done: number; total: number; failed: number }) {
  return { done, total, failed }
}

const speeds = [1, 2, 10, 100] as const

function NewPlayback({ session, state, onChanged }: SectionProps) {
  const t = useSendingWords()
  const { client } = useServices()
  const { call, failure } = useCall()
  const [range, setRange] = useState<Range>(() => firstRange(session))
  const [speed, setSpeed] = useState(1)
  const [target, setTarget] = useState(toBin)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const body: PlaybackInput = { ...range, speed, ...targetInput(target) }
    await call(() =>
      client('startPlayback', { params: { id: session.id }, body, key: session.key() }),
    )
    await onChanged()
  }
  return (
    <form className={style.section} onSubmit={(event) => void submit(event)} noValidate>
      <PlaybackRange session={session} range={range} onChange={setRange} />
      <Field label={t('playback.speed')}>
        {(control) => (
          <Select
            {...control}
            value={speed}
            onChange={({ target }) => setSpeed(Number(target.value))}
          >
            {speeds.map((n) => (
              <option key={n} value={n}>
                {n === 1 ? t('playback.real') : t('playback.times', { n })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TargetFields targets={state.targets} form={target} onChange={setTarget} asksCredentials />
      <Failure text={failure} />
      <div className={style.row}>
        <Button type="submit" look="primary">
          {t('playback.start')}
        </Button>
      </div>
    </form>
  )
}

/** The selected requests where there are some, else all that are held. */
function firstRange(session: BinSession): Range {
  const { seqs } = session.selection.get()
  if (seqs.length > 0) return { seqs: [...seqs] }
  const { bin } = session.state.get()
  return { from: bin?.oldest ?? 1, until: Math.max(1, bin?.latest ?? 1) }
}
