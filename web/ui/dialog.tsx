import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './button.tsx'
import style from './dialog.module.css'

type DialogProps = {
  title: string
  closeLabel: string
  onClose: () => void
  children: ReactNode
  size?: 'small' | 'large'
}

/** A modal dialog: there as long as it is rendered. */
export function Dialog({ title, closeLabel, onClose, children, size = 'small' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    // The backdrop is the dialog's own: a click there leaves, as `Esc` does on the keyboard.
    <dialog
      ref={dialog}
      className={`${style.dialog} ${style[size]}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className={style.frame}>
        <header className={style.header}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  )
}

/** What a dialog says or asks; scrolls when it is long. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className={style.body}>{children}</div>
}

/** The answers, the main one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <footer className={style.actions}>{children}</footer>
}
