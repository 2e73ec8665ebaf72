import type { Command } from '../palette/match.ts'
import { noView, type BinRoute, type Route } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { useCreateBin } from '../shell/use-create-bin.ts'
import { useStore } from '../ui/use-store.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'

/**
 * Where one can go: other views of the bin that is open, the other bins of this browser, the catalogue.
 * @param route of the bin; `null` where none is open
 */
export function usePlaceCommands(route: BinRoute | null): Command[] {
  const { router, recent, isShared } = useServices()
  const { t } = useBinWords()
  const { create } = useCreateBin()
  const bins = useStore(recent)
  const group = t('palette.go')
  const { page } = router.get()
  const newKey = route ? { hint: 'n' } : {}
  const go = (id: string, label: string, to: Exclude<Route, { page: 'unknown' }>): Command => ({
    id,
    group,
    label,
    run: () => router.go(to),
  })
  const here = route && ({ ...route, ...noView, seq: null, tab: 'body' } as const)
  const views = here
    ? [
        go('contacts', t('contacts.menu'), { ...here, aside: { view: 'contacts' } }),
        go('fields', t('fields.menu'), { ...here, fields: '' }),
      ]
    : []
  if (isShared) return views
  const others = bins.filter(({ id }) => id !== route?.id)
  return [
    ...views,
    ...(here ? [go('scenarios', t('scenarios.menu'), { ...here, scenarios: '' })] : []),
    ...(page === 'events' ? [] : [go('events', t('events.title'), { page: 'events' })]),
    { id: 'new', group, label: t('keys.newBin'), ...newKey, run: () => create({ name: '' }) },
    ...(page === 'home' ? [] : [go('home', t('app.home'), { page: 'home' })]),
    ...others.map(({ id, name }) => ({
      ...go(`bin ${id}`, name || id, { page: 'bin', id, seq: null, tab: 'body', q: '' }),
      also: id,
    })),
  ]
}
