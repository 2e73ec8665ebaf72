import { useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import type { SearchKeys, ShownOptions } from './search-options.tsx'

/** The list of ways to go on, as the field sees it. */
export function useSearchOptions(
  input: RefObject<HTMLInputElement | null>,
  keys: RefObject<SearchKeys | null>,
  setText: (text: string) => void,
) {
  const [isOpen, setOpen] = useState(false)
  const [caret, setCaret] = useState(0)
  const [shown, setShown] = useState<ShownOptions | null>(null)
  const [wanted, setWanted] = useState<{ caret: number } | null>(null)
  useLayoutEffect(() => {
    if (wanted) input.current?.setSelectionRange(wanted.caret, wanted.caret)
  }, [input, wanted])
  const follow = () => setCaret(input.current?.selectionStart ?? 0)
  const open = () => {
    follow()
    setOpen(true)
  }
  return {
    isOpen,
    caret,
    shown,
    follow,
    open,
    close: () => setOpen(false),
    /** @returns whether the list had a use for the key */
    press(event: KeyboardEvent): boolean {
      const { key } = event
      if (isOpen && keys.current?.press(event)) return true
      if (key === 'ArrowDown' && !isOpen) {
        open()
        return true
      }
      const isLeft = isOpen && shown !== null && key === 'Escape'
      if (key === 'Escape' || key === 'Enter') setOpen(false)
      return isLeft
    },
    show: setShown,
    choose: (next: string, at: number) => {
      setText(next)
      setCaret(at)
      setWanted({ caret: at })
    },
  }
}
