import { useEffect, useState } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import type { ConnectionState } from '../model/connection.ts'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import type { Translate } from '../words/words.ts'
import style from './connection-status.module.css'

/** Milliseconds that the page says what it has caught up with. */
const caughtUpFor = 8000

/** Whether what happens now is seen now. */
export function ConnectionStatus({ session }: { session: BinSession }) {
  const { t } = useWords()
  const connection = usePart(session.state, ({ connection }) => connection)
  const [oldNews, setOldNews] = useState<ConnectionState | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setOldNews(connection), caughtUpFor)
    return () => clearTimeout(timer)
  }, [connection])

  const words = statusWords(connection, connection !== oldNews, t)
  return (
    <output
      aria-label={t('connection')}
      className={`${style.status} ${style[connection.status]}`}
      title={t(`connection.${connection.status}.hint`)}
    >
      <span className={style.dot} aria-hidden="true" />
      <span className={style.words}>{words}</span>
    </output>
  )
}

function statusWords(connection: ConnectionState, isNews: boolean, t: Translate): string {
  if (connection.status === 'live' && isNews && connection.caughtUp !== null) {
    return t('connection.caughtUp', { n: connection.caughtUp })
  }
  return t(`connection.${connection.status}`)
}
