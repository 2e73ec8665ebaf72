import type { BinSession } from '../model/bin-session.ts'
import { foldRows } from '../model/folds.ts'
import { indexOfSeq, neighbour } from '../model/inbox.ts'
import { comparing, tabs, type BinRoute } from '../shell/router.ts'
import { useActions } from '../shell/use-actions.ts'
import { useCreateBin } from '../shell/use-create-bin.ts'
import { useServices } from '../shell/services.ts'
import { copyText } from '../ui/clipboard.ts'
import { useKeys, type Keys } from '../ui/use-keys.ts'
import { useWords } from '../words/use-words.ts'

/** The keyboard of the bin page. `KeysDialog` lists what it does. */
export function useBinKeys(session: BinSession, route: BinRoute, onHelp: () => void): void {
  const { router, notices } = useServices()
  const { t } = useWords()
  const { actions, run } = useActions(session)
  const { create } = useCreateBin()
  const { seq } = route

  /** Steps from one to the next leave no trail to go back through. */
  const open = (next: number | null) => {
    if (next !== null) router.go({ ...route, seq: next }, { replace: seq !== null })
  }
  /** As they are listed. */
  const listed = () => {
    const { deliveries, open: unfolded } = session.folds.get()
    return foldRows(session.state.get().inbox.rows, deliveries, unfolded).rows
  }
  const step = (by: number) => open(neighbour(listed(), seq, by))
  const arrow = (by: number) => (event: KeyboardEvent) => {
    if (isIn(event, '[role=tabpanel]')) return false
    return step(by)
  }
  const ends = (isLast: boolean) => {
    const rows = listed()
    open((isLast ? rows.at(-1) : rows[0])?.seq ?? null)
  }
  const pin = () => {
    const { rows } = session.state.get().inbox
    const row = seq === null ? undefined : rows[indexOfSeq(rows, seq)]
    if (!row || !actions) return false
    return run(actions.mark(row.seq, { pinned: !row.pinned }))
  }
  const copyUrl = async () => {
    const url = session.state.get().bin?.captureUrl ?? ''
    if (url === '') return
    const copied = await copyText(url)
    notices.show({
      tone: copied ? 'good' : 'bad',
      text: t(copied ? 'bin.urlCopied' : 'copyFailed'),
    })
  }
  /** What is selected; else the open request beside the one before it. */
  const compare = () => {
    const { seqs } = session.selection.get()
    if (seqs.length > 1) return router.go(comparing(route, seqs))
    const older = seq === null ? null : neighbour(listed(), seq, 1)
    if (seq === null || older === null || older === seq) return false
    return router.go(comparing(route, [older, seq]))
  }
  const keys: Keys = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: arrow(1),
    ArrowUp: arrow(-1),
    Enter: (event) => {
      if (isIn(event, 'a, button, [role=tree]')) return false
      if (seq === null) return step(1)
      return document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
    },
    Escape: () => {
      if (session.selection.get().seqs.length > 0) return session.selection.clear()
      const isView = route.fields !== undefined || route.scenarios !== undefined || route.aside
      if (seq === null && !isView) return false
      const none = { fields: undefined, scenarios: undefined, aside: undefined }
      return router.go({ ...route, seq: null, ...none })
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
    c: () => void copyUrl(),
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
