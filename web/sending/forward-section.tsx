import { useState, type SubmitEvent } from 'react'
import type { SendingState, ForwardRule } from '../../shared/sending.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/field.tsx'
import { WholeOptions } from '../ui/whole-options.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { Failure } from './failure.tsx'
import { AddressField } from './target-fields.tsx'
import { useCall } from './use-call.ts'
import style from './sending.module.css'

type SectionProps = { session: BinSession; state: SendingState; onChanged: () => Promise<void> }

/** "Forward every request to …": set, watched, ended. */
export function ForwardSection({ session, state, onChanged }: SectionProps) {
  const t = useSendingWords()
  return (
    <section className={style.section} aria-labelledby="forward-title">
      <h3 id="forward-title">{t('forward.rule')}</h3>
      <p className={style.lead}>{t('forward.lead')}</p>
      {state.forward ? (
        <RunningRule session={session} rule={state.forward} onChanged={onChanged} />
      ) : (
        <NewRule session={session} state={state} onChanged={onChanged} />
      )}
    </section>
  )
}

type RunningRuleProps = Pick<SectionProps, 'session' | 'onChanged'> & { rule: ForwardRule }

function RunningRule({ session, rule, onChanged }: RunningRuleProps) {
  const t = useSendingWords()
  const { client } = useServices()
  const { call, failure } = useCall()
  const stop = async () => {
    await call(() => client('removeForward', { params: { id: session.id }, key: session.key() }))
    await onChanged()
  }
  const { to, sent, failed, waiting, dropped, stopped } = rule
  return (
    <>
      <p>{t('forward.to', { to })}</p>
      <output>{t('forward.counts', { sent, failed, waiting, dropped })}</output>
      {stopped !== null && (
        <p role="alert" className={style.error}>
          {t('forward.stopped', { reason: stopped })}
        </p>
      )}
      <Failure text={failure} />
      <div className={style.row}>
        <Button look="danger" onClick={() => void stop()}>
          {t('forward.stop')}
        </Button>
      </div>
    </>
  )
}

function NewRule({ session, state: { targets }, onChanged }: SectionProps) {
  const t = useSendingWords()
  const { client } = useServices()
  const { call, failure } = useCall()
  const [to, setTo] = useState(targets.allowed[0] ?? '')
  const [credentials, setCredentials] = useState(false)
  if (targets.allowed.length === 0 && !targets.anyPublic)
    return (
      <p>
        <WholeOptions text={t('to.none')} />
      </p>
    )
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const body = { to, credentials }
    await call(() => client('setForward', { params: { id: session.id }, body, key: session.key() }))
    await onChanged()
  }
  return (
    <form className={style.section} onSubmit={(event) => void submit(event)} noValidate>
      <AddressField targets={targets} value={to} onChange={setTo} />
      <Checkbox
        label={t('credentials')}
        checked={credentials}
        onChange={({ target }) => setCredentials(target.checked)}
      />
      <Failure text={failure} />
      <div className={style.row}>
        <Button type="submit" look="primary">
          {t('forward.start')}
        </Button>
      </div>
    </form>
  )
}
