import { useEffect, useState } from 'react'
import type { RejectedRequest } from '../../shared/knock.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { usePart } from '../ui/use-store.ts'
import { WholeOptions } from '../ui/whole-options.tsx'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import { isLocal } from './is-local.ts'
import { SelfTest } from './self-test.tsx'
import { TunnelNote } from './tunnel-note.tsx'
import style from './why-nothing.module.css'

const hints = ['why.link', 'why.rule', 'why.limit', 'why.https', 'why.wrongBin'] as const

/** What to look at where something was sent and nothing arrived. */
export function WhyNothing({ session }: { session: BinSession }) {
  const { t } = useBinWords()
  const [open, setOpen] = useState(false)
  const count = usePart(session.state, ({ bin }) => bin?.counts.rejected ?? 0)
  const url = usePart(session.state, ({ bin }) => bin?.captureUrl ?? '')
  return (
    <details className={style.why} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={style.summary}>{t('why.title')}</summary>
      {open && (
        <div className={style.test}>
          <SelfTest session={session} />
          <TunnelNote session={session} />
        </div>
      )}
      <ul className={style.hints}>
        <li>{isLocal(url) ? <WholeOptions text={t('why.local')} /> : t('why.public', { url })}</li>
        {hints.map((hint) => (
          <li key={hint}>
            <WholeOptions text={t(hint)} />
          </li>
        ))}
      </ul>
      {open && <Rejected key={count} session={session} />}
    </details>
  )
}

/** What knocked at the bin lately, or beside it, and was no request. */
function Rejected({ session }: { session: BinSession }) {
  const { client } = useServices()
  const { t } = useBinWords()
  const [rejected, setRejected] = useState<readonly RejectedRequest[]>([])
  useEffect(() => {
    const read = async () => {
      const answer = await client('listRejected', {
        params: { id: session.id },
        key: session.key(),
      })
      setRejected(answer.rejected)
    }
    // The hints above help without it.
    read().catch(() => {})
  }, [client, session])
  if (rejected.length === 0) return <p className={style.none}>{t('why.noneRejected')}</p>
  const misdirected = rejected.filter(({ code }) => code === 'unknown-bin')
  const refused = rejected.filter(({ code }) => code !== 'unknown-bin')
  return (
    <>
      <Knocks title={t('why.misdirected')} knocks={misdirected} />
      <Knocks title={t('why.rejected')} knocks={refused} />
    </>
  )
}

/** Most of each kind that are shown: the latest. */
const mostShown = 10

function Knocks({ title, knocks }: { title: string; knocks: readonly RejectedRequest[] }) {
  const { format } = useBinWords()
  if (knocks.length === 0) return null
  return (
    <>
      <h3 className={style.heading}>{title}</h3>
      <ul className={style.hints}>
        {knocks.slice(0, mostShown).map(({ at, detail, peer }, index) => (
          <li key={`${at}-${index}`}>
            <time dateTime={at}>{format.moment(at)}</time> · {peer} · {detail}
          </li>
        ))}
      </ul>
    </>
  )
}
