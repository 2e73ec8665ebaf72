import type { Command } from '../palette/match.ts'
import { noView, type BinRoute, type Route } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { useCreateBin } from '../shell/use-create-bin.ts'
import { useStore } from '../ui/use-store.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'

/** Where one can go from a bin: its other views, the other bins of this browser, the catalogue. */
export function usePlaceCommands(route: BinRoute): Command[] {
  const { router, recent, isShared } = useServices()
  const { t } = useBinWords()
  const { create } = useCreateBin()
  const bins = useStore(recent)
  const group = t('palette.go')
  const go = (id: string, label: string, to: Exclude<Route, { page: 'unknown' }>): Command => ({
    id,
    group,
    label,
    run: () => router.go(to),
  })
  const here = { ...route, ...noView, seq: null, tab: 'body' } as const
  const views = [
    go('contacts', t('contacts.menu'), { ...here, aside: { view: 'contacts' } }),
    go('fields', t('fields.menu'), { ...here, fields: '' }),
  ]
  if (isShared) return views
  const others = bins.filter(({ id }) => id !== route.id)
  return [
    ...views,
    go('scenarios', t('scenarios.menu'), { ...here, scenarios: '' }),
    go('events', t('events.title'), { page: 'events' }),
    { id: 'new', group, label: t('keys.newBin'), hint: 'n', run: () => create({ name: '' }) },
    go('home', t('app.home'), { page: 'home' }),
    ...others.map(({ id, name }) => ({
      ...go(`bin ${id}`, name || id, { page: 'bin', id, seq: null, tab: 'body', q: '' }),
      also: id,
    })),
  ]
}
