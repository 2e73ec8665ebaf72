import type { BinSession } from '../model/bin-session.ts'
import { isView, noView, tabs, type BinRoute } from '../shell/router.ts'
import { useCopy } from '../shell/use-copy.ts'
import { useCreateBin } from '../shell/use-create-bin.ts'
import { useServices } from '../shell/services.ts'
import { useKeys, type Keys } from '../ui/use-keys.ts'
import { useDeeds } from './use-deeds.ts'

/** The keyboard of the bin page. `KeysDialog` lists what it does. */
export function useBinKeys(session: BinSession, route: BinRoute, onHelp: () => void): void {
  const { router } = useServices()
  const { create } = useCreateBin()
  const copy = useCopy()
  const { seq } = route

  const { step, ends, pin, compare } = useDeeds(session, route)
  const arrow = (by: number) => (event: KeyboardEvent) => {
    if (isIn(event, '[role=tabpanel], section[tabindex]')) return false
    return step(by)
  }
  const keys: Keys = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: arrow(1),
    ArrowUp: arrow(-1),
    Enter: (event) => {
      if (isIn(event, 'a, button, summary, [role=tree], [role=slider]')) return false
      if (seq === null) return step(1)
      return document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
    },
    Escape: () => {
      if (session.selection.get().seqs.length > 0) return session.selection.clear()
      if (seq === null && !isView(route)) return false
      return router.go({ ...route, ...noView, seq: null })
    },
    '/': () => document.querySelector<HTMLElement>('input[type=search]')?.focus(),
    x: () => (seq === null ? false : session.selection.toggle(seq)),
    X: () => (seq === null ? false : session.selection.range(seq, session.state.get().inbox.rows)),
    d: () => compare(),
    z: () => session.deletions.undo(),
    p: pin,
    n: () => void create({ name: '' }),
    'g g': () => ends(false),
    G: () => ends(true),
    c: () => void copy(session.state.get().bin?.captureUrl, 'bin.urlCopied'),
    '?': onHelp,
  }
  for (const [index, tab] of tabs.entries()) {
    keys[String(index + 1)] = () =>
      seq === null ? false : router.go({ ...route, tab }, { replace: true })
  }
  useKeys(keys)
}

function isIn(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null
}
