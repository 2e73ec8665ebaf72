import type { SharedView } from '../../shared/share/share.ts'
import { useShareWords } from '../words/shares/use-share-words.ts'
import { useWords } from '../words/use-words.ts'
import style from './shares.module.css'

/** Says that this is a share, whether parts of what came are hidden, and how long it lasts. */
export function ShareNote({ view }: { view: SharedView }) {
  const { format } = useWords()
  const say = useShareWords()
  return (
    <aside className={style.note} aria-label={say('share.viewer')}>
      <strong>{say('share.viewer')}</strong>
      {view.expiresAt !== null && (
        <span>{say('share.until', { time: format.moment(view.expiresAt) })}</span>
      )}
      <span>{say(view.mask ? 'share.viewer.masked' : 'share.viewer.open')}</span>
    </aside>
  )
}
