import { useEffect, useState } from 'react'
import { mostChanges, type BinChange } from '../../shared/change.ts'
import { visibleText } from '../json/visible.ts'
import type { BinSession } from '../model/bin-session.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useTeamWords } from '../words/team/use-team-words.ts'
import { useWords } from '../words/use-words.ts'
import style from './team.module.css'

/** What was changed of a bin, when, and by what right. */
export function ChangesList({ session }: { session: BinSession }) {
  const t = useTeamWords()
  const { changes, failure } = useChanges(session)
  if (failure !== null) return <p role="alert">{t('changes.failed', { reason: failure })}</p>
  if (!changes) return null
  if (changes.length === 0) return <p className={style.quiet}>{t('changes.none')}</p>
  return (
    <>
      <p className={style.quiet}>{t('changes.lead', { n: mostChanges })}</p>
      <ScrollRegion label={t('changes.title')} className={style.changes}>
        <ol className={style.list}>
          {changes.map((change) => (
            <Change key={`${change.at} ${change.what} ${change.subject}`} change={change} />
          ))}
        </ol>
      </ScrollRegion>
    </>
  )
}

function Change({ change }: { change: BinChange }) {
  const t = useTeamWords()
  const { format } = useWords()
  const facts = [
    format.moment(change.at),
    t(`by.${change.by}`),
    change.count > 1 ? t('changes.times', { n: change.count }) : '',
  ]
  return (
    <li>
      <span>
        {t(change.what)} {change.subject !== '' && <code>{visibleText(change.subject)}</code>}
      </span>
      <span className={style.quiet}>{facts.filter(Boolean).join(' · ')}</span>
    </li>
  )
}

type Read = { changes: readonly BinChange[] | null; failure: string | null }

function useChanges(session: BinSession): Read {
  const { client } = useServices()
  const [read, setRead] = useState<Read>({ changes: null, failure: null })
  useEffect(() => {
    let isOpen = true
    const load = async () => {
      const call = client('listChanges', { params: { id: session.id }, key: session.key() ?? '' })
      const next = await call.then(
        ({ changes }) => ({ changes, failure: null }),
        (error: unknown) => ({ changes: null, failure: problemOf(error).message }),
      )
      if (isOpen) setRead(next)
    }
    void load()
    return () => {
      isOpen = false
    }
  }, [client, session])
  return read
}
