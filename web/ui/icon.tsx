import { icons, type IconName } from './icons.ts'
import style from './icon.module.css'

/** A picture beside words: hidden from screen readers, which read the words. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className={style.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}
