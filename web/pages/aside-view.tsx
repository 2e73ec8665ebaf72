import type { BinSession } from '../model/bin-session.ts'
import type { Aside, BinRoute } from '../shell/router.ts'
import { onDemand } from '../ui/on-demand.tsx'

const CompareView = onDemand(async () => (await import('../compare/compare-view.tsx')).CompareView)
const SeriesView = onDemand(async () => (await import('../compare/series-view.tsx')).SeriesView)
const ContactsView = onDemand(
  async () => (await import('../contacts/contacts-view.tsx')).ContactsView,
)

type AsideViewProps = { session: BinSession; route: BinRoute; aside: Aside }

/** Several requests in place of one; each view is fetched when it is first looked at. */
export function AsideView({ session, route, aside }: AsideViewProps) {
  if (aside.view === 'contacts') return <ContactsView session={session} route={route} />
  const View = aside.view === 'compare' ? CompareView : SeriesView
  // Other requests are another view: nothing of the last ones is left in it.
  return <View key={aside.seqs.join()} session={session} route={route} seqs={aside.seqs} />
}
