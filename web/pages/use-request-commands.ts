import type { BinSession } from '../model/bin-session.ts'
import type { Command } from '../palette/match.ts'
import { tabs, type BinRoute } from '../shell/router.ts'
import { useDelete } from '../shell/use-delete.ts'
import { useServices } from '../shell/services.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import { useDeeds } from './use-deeds.ts'

/** What can be done with the requests of the list and the one that is open. */
export function useRequestCommands(session: BinSession, route: BinRoute): Command[] {
  const { router } = useServices()
  const { t } = useBinWords()
  const { ends, pin, compare } = useDeeds(session, route)
  const remove = useDelete(session)
  const { seq } = route
  const group = t('palette.request')
  const always: Command[] = [
    { id: 'first', group, label: t('keys.first'), hint: 'g g', run: () => ends(false) },
    { id: 'last', group, label: t('keys.last'), hint: 'G', run: () => ends(true) },
    { id: 'search', group, label: t('search.label'), hint: '/', run: focusSearch },
  ]
  if (seq === null) return always
  const ofOwner: Command[] = remove
    ? [
        { id: 'pin', group, label: t('keys.pin'), hint: 'p', run: pin },
        { id: 'delete', group, label: t('request.delete'), run: () => remove.requests([seq]) },
      ]
    : []
  const views = tabs.map((tab, index) => ({
    id: `tab ${tab}`,
    group,
    label: t(`tab.${tab}`),
    hint: String(index + 1),
    run: () => router.go({ ...route, tab }, { replace: true }),
  }))
  const select = () => session.selection.toggle(seq)
  return [
    ...views,
    { id: 'compare', group, label: t('keys.compare'), hint: 'd', run: compare },
    { id: 'select', group, label: t('keys.select'), hint: 'x', run: select },
    ...ofOwner,
    ...always,
  ]
}

function focusSearch(): void {
  document.querySelector<HTMLElement>('input[type=search]')?.focus()
}
