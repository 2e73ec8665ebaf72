import style from './sending.module.css'

/** Why something could not be done; nothing where it could. */
export function Failure({ text }: { text: string | null }) {
  if (text === null) return null
  return (
    <p role="alert" className={style.error}>
      {text}
    </p>
  )
}
