import { useId, useState, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import style from './line-fold.module.css'

type LineFoldProps = {
  icon: IconName
  /** What is said, in one line: cut off where it does not fit, whole for screen readers. */
  line: string
  /** Stands there in place of the line while all of it is shown below. */
  title: string
  /** What stands beside the line. */
  renderAside?: (open: boolean) => ReactNode
  /** All of it. */
  children: ReactNode
}

/** A line in place of what would take many; a press unfolds it. */
export function LineFold({ icon, line, title, renderAside, children }: LineFoldProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <div className={style.head}>
        <button
          type="button"
          className={style.toggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <Icon name={icon} />
          <span className={style.line}>{open ? title : line}</span>
          <span className={style.sign}>
            <Icon name="chevronDown" />
          </span>
        </button>
        {renderAside?.(open)}
      </div>
      {open && (
        <div id={id} className={style.whole}>
          {children}
        </div>
      )}
    </>
  )
}
