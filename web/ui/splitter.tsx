import type { KeyboardEvent, PointerEvent } from 'react'
import style from './splitter.module.css'

type SplitterProps = {
  label: string
  /** Width of what stands before it, in CSS pixels. */
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** A bar between two panes that is dragged, or moved with the arrow keys. */
export function Splitter({ label, value, min, max, onChange }: SplitterProps) {
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    onChange(event.clientX)
  }
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onChange(value + by)
  }
  return (
    <div
      className={style.splitter}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- moved, it is no rule in a text
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      // Else the browser may take it for dragging what is selected.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={drag}
      onKeyDown={step}
    />
  )
}
