import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import style from './menu.module.css'

type MenuItemProps = {
  children: ReactNode
  onSelect: () => void
  icon?: IconName
  /** Words in small print at the end. */
  hint?: string
  danger?: boolean
  disabled?: boolean
}

/** Something to do. */
export function MenuItem({ children, onSelect, icon, hint, danger, disabled }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={`${style.item} ${danger ? style.danger : ''}`}
      disabled={disabled}
      onClick={onSelect}
    >
      {icon && <Icon name={icon} />}
      <span className={style.words}>{children}</span>
      {hint && <span className={style.hint}>{hint}</span>}
    </button>
  )
}

type MenuChoiceProps = { children: ReactNode; checked: boolean; onSelect: () => void }

/** One of several choices. */
export function MenuChoice(props: MenuChoiceProps) {
  return <CheckedItem kind="radio" {...props} />
}

/** Something that is on or off. */
export function MenuSwitch(props: MenuChoiceProps) {
  return <CheckedItem kind="checkbox" {...props} />
}

type CheckedItemProps = MenuChoiceProps & { kind: 'radio' | 'checkbox' }

function CheckedItem({ kind, children, checked, onSelect }: CheckedItemProps) {
  return (
    <button
      type="button"
      role={`menuitem${kind}`}
      aria-checked={checked}
      tabIndex={-1}
      className={style.item}
      onClick={onSelect}
    >
      <span className={style.tick}>{checked && <Icon name="check" size={14} />}</span>
      <span className={style.words}>{children}</span>
    </button>
  )
}

/** Items that belong together, under a heading. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset aria-label={label} className={style.group}>
      <div className={style.heading} aria-hidden="true">
        {label}
      </div>
      {children}
    </fieldset>
  )
}
