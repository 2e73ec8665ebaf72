import { useState, type PointerEvent } from 'react'

/** Stretches of a timeline, both ends included. */
export type Range = { first: number; last: number }

/** A range of stretches that is drawn with a pointer. @param onChoose called when it is let go */
export function useRange(count: number, onChoose: (range: Range) => void) {
  const [ends, setEnds] = useState<{ start: number; end: number } | null>(null)
  const range = ends && {
    first: Math.min(ends.start, ends.end),
    last: Math.max(ends.start, ends.end),
  }
  const stretchAt = ({ clientX, currentTarget }: PointerEvent<SVGElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const at = Math.floor(((clientX - left) / width) * count)
    return Math.min(count - 1, Math.max(0, at))
  }
  const handlers = {
    onPointerDown(event: PointerEvent<SVGElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      setEnds({ start: stretchAt(event), end: stretchAt(event) })
    },
    onPointerMove(event: PointerEvent<SVGElement>) {
      const end = stretchAt(event)
      setEnds((last) => last && { ...last, end })
    },
    onPointerUp() {
      if (range) onChoose(range)
      setEnds(null)
    },
    onPointerCancel: () => setEnds(null),
  }
  return { range, handlers }
}
