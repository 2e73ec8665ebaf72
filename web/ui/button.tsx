import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import style from './button.module.css'

type ButtonProps = ComponentProps<'button'> & {
  look?: 'plain' | 'primary' | 'quiet' | 'danger'
  icon?: IconName
  /** Leaves its words to screen readers and its hint in a narrow bar. */
  shrinks?: boolean | undefined
}

/** A button with words. */
export function Button({ look = 'plain', icon, shrinks, children, ...rest }: ButtonProps) {
  const shape = shrinks ? style.shrinking : undefined
  const hint = shrinks && typeof children === 'string' ? children : undefined
  return (
    <button type="button" title={hint} {...rest} className={join(style.button, style[look], shape)}>
      {icon && <Icon name={icon} />}
      <span className={style.words}>{children}</span>
    </button>
  )
}

type IconButtonProps = ComponentProps<'button'> & { icon: IconName; label: string }

/** A button with a picture only: its label is its name and its hint. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={join(style.button, style.quiet, style.square)}
    >
      <Icon name={icon} />
    </button>
  )
}

function join(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
