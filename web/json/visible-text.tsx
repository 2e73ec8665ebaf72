import { Fragment } from 'react'
import { visibleSegments } from './visible.ts'
import style from './code.module.css'

/** Text of somebody else, with its hidden characters written as escapes that stand out. */
export function VisibleText({ text }: { text: string }) {
  const segments = visibleSegments(text)
  if (segments.length === 1 && segments[0]?.hidden === false) return text
  return segments.map((segment, index) =>
    segment.hidden ? (
      <span key={index} className={style.hidden}>
        {segment.text}
      </span>
    ) : (
      <Fragment key={index}>{segment.text}</Fragment>
    ),
  )
}
