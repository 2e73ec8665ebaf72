import { useEffect, useRef } from 'react'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)
/** How the keys are written that open the commands. */
export const paletteKeys = isApple ? '⌘K' : 'Ctrl K'

/** Calls back at Ctrl K, or ⌘ K, also while somebody types; not over a dialog. */
export function usePaletteKey(open: () => void): void {
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isPalette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      if (!isPalette || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (document.querySelector('dialog[open]') === null) latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
