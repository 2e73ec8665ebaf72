import type { BinState } from '../model/bin-state.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { onDemand } from '../ui/on-demand.tsx'
import { usePart } from '../ui/use-store.ts'
import style from './bin-page.module.css'

const FacetsPanel = onDemand(async () => (await import('../facets/facets-panel.tsx')).FacetsPanel)

/** What the bin holds, above the list; its room is kept until it is there, so that no row jumps. */
export function Overview({ session, route }: { session: BinSession; route: BinRoute }) {
  const lines = usePart(session.state, linesOf)
  return (
    <div className={style.overview} data-lines={lines}>
      <FacetsPanel session={session} route={route} />
    </div>
  )
}

/** Lines of the panel: over time, by verdict, and by event where there is one. */
function linesOf({ bin, inbox }: BinState): number {
  if (!bin || bin.counts.requests < 2 || inbox.rows.length === 0) return 0
  return inbox.rows.some(({ event }) => event) ? 3 : 2
}
