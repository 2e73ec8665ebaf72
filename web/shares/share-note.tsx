import type { SharedView } from '../../shared/share/share.ts'
import { useWords } from '../words/use-words.ts'
import style from './shares.module.css'

/** Says that this is a share, whether parts of what came are hidden, and how long it lasts. */
export function ShareNote({ view }: { view: SharedView }) {
  const { t, format } = useWords()
  return (
    <aside className={style.note} aria-label={t('share.viewer')}>
      <strong>{t('share.viewer')}</strong>
      {view.expiresAt !== null && (
        <span>{t('share.until', { time: format.moment(view.expiresAt) })}</span>
      )}
      <span>{t(view.mask ? 'share.viewer.masked' : 'share.viewer.open')}</span>
    </aside>
  )
}
