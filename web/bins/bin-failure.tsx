import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { Link } from '../shell/link.tsx'
import type { Failure } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import style from './bin-failure.module.css'

type BinFailureProps = { id: string; failure: Failure; onRetry: () => Promise<void> }

/** Why a bin cannot be shown, and what can be done about it. */
export function BinFailure({ id, failure, onRetry }: BinFailureProps) {
  const { hasHome } = useServices()
  const { t } = useBinWords()
  const kind = kindOf(failure)
  const title = t(`failure.${kind}`)
  useRetry(failure, onRetry)
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`
  }, [title, t])
  return (
    <>
      <TopBar />
      <main className={style.main}>
        <h1 className={style.title}>{title}</h1>
        <p className={style.lead}>{t(`failure.${kind}.text`, { id, reason: failure.message })}</p>
        {kind === 'private' && <KeyForm id={id} onRetry={onRetry} />}
        {failure.code === 'owner-key-wrong' && (
          <p role="alert" className={style.wrong}>
            {t('failure.wrongKey')}
          </p>
        )}
        <p className={style.actions}>
          {kind === 'other' && <Button onClick={() => void onRetry()}>{t('retry')}</Button>}
          {hasHome && <Link to={{ page: 'home' }}>{t('failure.home')}</Link>}
        </p>
      </main>
    </>
  )
}

/** Milliseconds between two attempts to reach a server that is away. */
const retryAfter = 3000

/** A server that cannot be reached is tried again by itself. */
function useRetry(failure: Failure, onRetry: () => Promise<void>): void {
  const retry = useRef(onRetry)
  useEffect(() => {
    retry.current = onRetry
  })
  useEffect(() => {
    if (failure.code !== 'unreachable') return undefined
    const timer = setTimeout(() => void retry.current(), retryAfter)
    return () => clearTimeout(timer)
  }, [failure])
}

function kindOf({ code }: Failure): 'gone' | 'private' | 'ended' | 'other' {
  if (code === 'share-ended' || code === 'share-password-required') return 'ended'
  if (code === 'bin-not-found') return 'gone'
  return code === 'owner-key-required' || code === 'owner-key-wrong' ? 'private' : 'other'
}

/** Takes an owner key that somebody has from elsewhere. */
function KeyForm({ id, onRetry }: { id: string; onRetry: () => Promise<void> }) {
  const { recent } = useServices()
  const { t } = useBinWords()
  const [ownerKey, setOwnerKey] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    recent.remember({ id, ownerKey: ownerKey.trim(), openedAt: Date.now() })
    void onRetry()
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <Field label={t('failure.ownerKey')}>
        {(control) => (
          <TextInput
            {...control}
            required
            value={ownerKey}
            onChange={(event) => setOwnerKey(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary">
        {t('failure.open')}
      </Button>
    </form>
  )
}
