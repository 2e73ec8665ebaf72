import { useEffect, useRef } from 'react'

/**
 * What a key does, by `KeyboardEvent.key`, or two in a row (`g g`); `false` leaves the key to the
 * browser.
 */
export type Keys = Record<string, (event: KeyboardEvent) => unknown>

/** Milliseconds between two keys that belong together. */
const together = 800

/** Listens to single keys anywhere on the page, except while somebody types or a dialog is open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    let last = { key: '', at: 0 }
    const find = ({ key, timeStamp: at }: KeyboardEvent) => {
      const both = at - last.at < together ? `${last.key} ${key}` : key
      last = { key, at }
      const name = [both, key].find((one) => Object.hasOwn(latest.current, one))
      return name === undefined ? undefined : latest.current[name]
    }
    const listen = (event: KeyboardEvent) => {
      const action = find(event)
      if (!action || event.defaultPrevented || isBusy(event)) return
      if (action(event) !== false) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isBusy(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable], [role=menu]')) return true
  return document.querySelector('dialog[open]') !== null
}
