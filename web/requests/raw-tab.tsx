import type { RequestDetail } from '../../shared/request.ts'
import { TextView } from '../json/text-view.tsx'
import type { BinSession } from '../model/bin-session.ts'
import { useWords } from '../words/use-words.ts'
import { BodyBar } from './body-bar.tsx'
import style from './tabs.module.css'

/** The body as text, nothing done to it, and its checksum. */
export function RawTab({ session, request }: { session: BinSession; request: RequestDetail }) {
  const { t } = useWords()
  const { text, size, sha256 } = request.body
  if (size === 0) return <p className={style.empty}>{t('body.none')}</p>
  return (
    <>
      <BodyBar session={session} request={request} />
      {text === undefined ? (
        <p className={style.empty}>{t('body.notText')}</p>
      ) : (
        <TextView text={text} label={t('tab.raw')} issues={request.issues} focus={null} />
      )}
      <p className={style.foot}>
        SHA-256 <code>{sha256}</code>
      </p>
    </>
  )
}
