import { useEffect, useMemo, useState } from 'react'
import { layOut, type LaidOut } from './laid-out.ts'
import { layOutLater } from './lay-out-later.ts'

/** Texts longer than this are laid out in a worker. */
const longText = 200_000

/** A text as JSON in lines; `null` while a long one is being read. */
export function useLaidOut(text: string): LaidOut | null {
  const isLong = text.length > longText
  const short = useMemo(() => (isLong ? null : layOut(text)), [isLong, text])
  const [long, setLong] = useState<LaidOut | null>(null)
  useEffect(() => {
    if (!isLong) return undefined
    const stop = new AbortController()
    const show = (laidOut: LaidOut) => {
      if (!stop.signal.aborted) setLong(laidOut)
    }
    layOutLater(text, stop.signal).then(show, () => show(layOut(text)))
    return () => stop.abort()
  }, [isLong, text])
  return short ?? (long?.doc.text === text ? long : null)
}
