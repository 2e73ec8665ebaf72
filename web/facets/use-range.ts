import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Range } from './stretches.ts'

type UseRange = {
  /** Stretches there are. */
  count: number
  /** The range that is shown now; `null`: all of them. */
  chosen: Range | null
  onChoose: (range: Range) => void
  onClear: () => void
}

/** Where choosing began, and where it has come to. */
type Ends = { start: number; end: number }

/**
 * A range of stretches that is drawn with a pointer, or moved with the arrow keys: Shift keeps the
 * place where it began, Enter chooses, Escape lets go.
 */
export function useRange({ count, chosen, onChoose, onClear }: UseRange) {
  const [ends, setEnds] = useState<Ends | null>(null)
  const range = ends ? rangeOf(ends) : chosen
  const stretchAt = ({ clientX, currentTarget }: PointerEvent<SVGElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return clamp(Math.floor(((clientX - left) / width) * count), count)
  }
  const choose = () => {
    if (ends) onChoose(rangeOf(ends))
    setEnds(null)
  }
  const press = ({ key, shiftKey }: KeyboardEvent) => {
    const step = steps[key]
    if (step) {
      const last = ends ?? (chosen && { start: chosen.first, end: chosen.last })
      const end = last ? clamp(step(last.end, count), count) : key === 'Home' ? 0 : count - 1
      setEnds({ start: last && shiftKey ? last.start : end, end })
    } else if (key === 'Enter' && ends) choose()
    else if (key === 'Escape' && ends) setEnds(null)
    else if (key === 'Escape' && chosen) onClear()
    else return false
    return true
  }
  const handlers = {
    onPointerDown(event: PointerEvent<SVGElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      setEnds({ start: stretchAt(event), end: stretchAt(event) })
    },
    onPointerMove(event: PointerEvent<SVGElement>) {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
      const end = stretchAt(event)
      setEnds((last) => last && { ...last, end })
    },
    onPointerUp: choose,
    onPointerCancel: () => setEnds(null),
    onBlur: () => setEnds(null),
    onKeyDown(event: KeyboardEvent) {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && press(event)) event.preventDefault()
    },
  }
  return { range, handlers }
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  PageDown: (at, count) => at - Math.ceil(count / 10),
  PageUp: (at, count) => at + Math.ceil(count / 10),
  Home: () => 0,
  End: (_, count) => count - 1,
}

function rangeOf({ start, end }: Ends): Range {
  return { first: Math.min(start, end), last: Math.max(start, end) }
}

function clamp(stretch: number, count: number): number {
  return Math.min(count - 1, Math.max(0, stretch))
}
