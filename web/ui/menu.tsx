import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button, IconButton } from './button.tsx'
import type { IconName } from './icons.ts'
import { placeBelow } from './place.ts'
import style from './menu.module.css'

type MenuProps = {
  /** Name of the menu, and of its button where that has no words. */
  label: string
  icon: IconName
  /** Words on the button; without them it is a picture. */
  children?: ReactNode
  look?: 'plain' | 'primary' | 'quiet'
  /** The items; drawn when the menu is open. */
  renderItems: (close: () => void) => ReactNode
}

/** A button that opens a menu; arrow keys, `Home` and `End` move in it, `Esc` leaves. */
export function Menu({ label, icon, children, look, renderItems }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLSpanElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const close = () => setOpen(false)

  useEffect(() => {
    if (!menu.current || !button.current) return
    if (!open) return menu.current.hidePopover()
    placeBelow(menu.current, button.current)
    itemsOf(menu.current)[0]?.focus()
  }, [open])

  const trigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    popoverTarget: id,
  } as const
  return (
    <span ref={button} className={style.anchor}>
      {children === undefined ? (
        <IconButton icon={icon} label={label} {...trigger} />
      ) : (
        <Button icon={icon} look={look} title={label} shrinks {...trigger}>
          {children}
        </Button>
      )}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={0}
        aria-label={label}
        className={style.menu}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => moveFocus(event, close)}
      >
        {open && renderItems(close)}
      </div>
    </span>
  )
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>, close: () => void): void {
  const all = itemsOf(event.currentTarget)
  const index = all.findIndex((item) => item === document.activeElement)
  const targets: Record<string, HTMLElement | undefined> = {
    ArrowDown: all[(index + 1) % all.length],
    ArrowUp: all.at(index - 1),
    Home: all[0],
    End: all.at(-1),
  }
  if (event.key === 'Tab') close()
  if (!Object.hasOwn(targets, event.key)) return
  event.preventDefault()
  targets[event.key]?.focus()
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')]
}
