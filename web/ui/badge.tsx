import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import style from './badge.module.css'

export type Tone = 'good' | 'warn' | 'bad' | 'odd' | 'note' | 'plain'

type BadgeProps = { tone: Tone; icon?: IconName; title?: string; children: ReactNode }

/** A word with a colour, and a shape for those who do not see the colour. */
export function Badge({ tone, icon, title, children }: BadgeProps) {
  return (
    <span className={`${style.badge} ${style[tone]}`} title={title}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  )
}
