import { useId, type ComponentProps, type ReactNode } from 'react'
import { WholeOptions } from './whole-options.tsx'
import style from './field.module.css'

type Control = { id: string; 'aria-describedby'?: string }

type FieldProps = { label: string; hint?: string; children: (control: Control) => ReactNode }

/** A labelled control, with a hint under it. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className={style.field}>
      <label htmlFor={id} className={style.label}>
        {label}
      </label>
      {children(hint === undefined ? { id } : { id, 'aria-describedby': hintId })}
      {hint !== undefined && (
        <p id={hintId} className={style.hint}>
          <WholeOptions text={hint} />
        </p>
      )}
    </div>
  )
}

/** A line of text. */
export function TextInput(props: ComponentProps<'input'>) {
  return <input spellCheck={false} autoComplete="off" {...props} className={style.input} />
}

/** Several lines of text, as they are. */
export function TextArea(props: ComponentProps<'textarea'>) {
  return (
    <textarea
      spellCheck={false}
      {...props}
      className={`${style.input} ${style.area} ${props.className ?? ''}`}
    />
  )
}

/** One of several, by the browser's own list. */
export function Select(props: ComponentProps<'select'>) {
  return <select {...props} className={`${style.input} ${style.select} ${props.className ?? ''}`} />
}

/** A switch with its words beside it. */
export function Checkbox({ label, ...rest }: ComponentProps<'input'> & { label: string }) {
  return (
    <label className={style.check}>
      <input type="checkbox" {...rest} />
      {label}
    </label>
  )
}
