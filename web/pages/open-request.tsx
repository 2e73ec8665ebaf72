import { Attempts } from '../deliveries/attempts.tsx'
import type { BinSession } from '../model/bin-session.ts'
import { RequestView } from '../requests/request-view.tsx'
import { ReplayButton } from '../sending/replay-button.tsx'
import { ExpectButton } from '../shapes/expect-button.tsx'
import type { BinRoute } from '../shell/router.ts'

/** One request, with what other features say of it and can do with it. */
export function OpenRequest({ session, route }: { session: BinSession; route: BinRoute }) {
  return (
    <RequestView
      session={session}
      route={route}
      renderNotes={(request) => (
        <>
          <Attempts route={route} seq={request.seq} />
          <ExpectButton session={session} request={request} />
        </>
      )}
      renderActions={(request) => <ReplayButton session={session} request={request} />}
    />
  )
}
