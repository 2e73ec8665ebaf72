import { useId, type ReactNode } from 'react'
import { IconButton } from './button.tsx'
import style from './aside-frame.module.css'

type AsideFrameProps = {
  title: string
  lead: string
  closeLabel: string
  onClose: () => void
  /** What can be chosen about the view. */
  tools?: ReactNode
  children: ReactNode
}

/** A view beside the list that is not one request: what it is, a way out, and what it shows. */
export function AsideFrame(props: AsideFrameProps) {
  const { title, lead, closeLabel, onClose, tools, children } = props
  const id = useId()
  return (
    <section className={style.view} aria-labelledby={id}>
      <header className={style.head}>
        <div className={style.titleLine}>
          <h2 id={id} className={style.title}>
            {title}
          </h2>
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </div>
        <p className={style.lead}>{lead}</p>
      </header>
      {tools && <div className={style.tools}>{tools}</div>}
      {children}
    </section>
  )
}
