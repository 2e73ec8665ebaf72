import { useDeferredValue, useMemo, useState } from 'react'
import { findAll, type Hits } from './find.ts'

/** A place in the text to be shown; a new object shows it again. */
export type Found = { start: number } | null

export type Find = {
  needle: string
  hits: Hits
  /** Which of the hits is shown, counted from 0; -1 before the first step. */
  current: number
  found: Found
  look: (needle: string) => void
  step: (by: 1 | -1) => void
}

/** Looks for something in a text, and goes from hit to hit. */
export function useFind(text: string): Find {
  const [needle, setNeedle] = useState('')
  const [place, setPlace] = useState<{ hits: Hits; index: number } | null>(null)
  const wanted = useDeferredValue(needle)
  const hits = useMemo(() => findAll(text, wanted), [text, wanted])
  const current = place?.hits === hits ? place.index : -1
  const found = useMemo<Found>(() => {
    const start = place?.hits.starts[place.index]
    return start === undefined ? null : { start }
  }, [place])
  return {
    needle,
    hits,
    current,
    found,
    look: setNeedle,
    step(by) {
      const count = hits.starts.length
      if (count === 0) return
      const first = by === 1 ? 0 : count - 1
      setPlace({ hits, index: current < 0 ? first : (current + by + count) % count })
    },
  }
}
