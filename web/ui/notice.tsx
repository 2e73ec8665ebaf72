import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import style from './notice.module.css'

type NoticeProps = { tone: 'good' | 'bad'; text: string; closeLabel: string; onClose: () => void }

/** One line at the foot of the page about what has just been done, or could not be. */
export function Notice({ tone, text, closeLabel, onClose }: NoticeProps) {
  return (
    <div className={`${style.notice} ${style[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={tone === 'bad' ? 'alert' : 'check'} />
      <span className={style.text}>{text}</span>
      <IconButton icon="close" label={closeLabel} onClick={onClose} />
    </div>
  )
}
