import type { ReactNode } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { DetailBar } from './detail-bar.tsx'
import { RequestHead } from './request-head.tsx'
import { RequestTabs } from './request-tabs.tsx'
import { useIssueFocus } from './use-issue-focus.ts'
import style from './request-view.module.css'

type RequestViewProps = {
  session: BinSession
  route: BinRoute
  /** Stands under the facts of the request. */
  renderNotes: (request: RequestDetail) => ReactNode
  /** What else can be done with it. */
  renderActions: (request: RequestDetail) => ReactNode
}

/** One request beside the list. */
export function RequestView(props: RequestViewProps) {
  const { session, route } = props
  const { t } = useWords()
  const detail = useStore(session.details.current)
  if (!detail || detail.seq !== route.seq || detail.status === 'loading') {
    return <Frame session={session} route={route} text={t('request.loading')} />
  }
  if (detail.status === 'gone') {
    return <Frame session={session} route={route} text={t('request.gone', { seq: detail.seq })} />
  }
  if (detail.status === 'failed') {
    const text = t('request.failed', { reason: detail.message })
    return <Frame session={session} route={route} text={text} />
  }
  return <LoadedRequest {...props} request={detail.request} />
}

type LoadedRequestProps = RequestViewProps & { request: RequestDetail }

function LoadedRequest(props: LoadedRequestProps) {
  const { session, route, request, renderNotes, renderActions } = props
  const { t } = useWords()
  const { focus, showIssue } = useIssueFocus(route)
  return (
    <article className={style.view} aria-label={t('request.title', { seq: request.seq })}>
      <DetailBar session={session} route={route} request={request} more={renderActions(request)} />
      <RequestHead request={request} more={renderNotes(request)} onIssue={showIssue} />
      <RequestTabs session={session} route={route} request={request} focus={focus} />
    </article>
  )
}

/** The frame of a request that is not there (yet), and why. */
function Frame(props: { session: BinSession; route: BinRoute; text: string }) {
  return (
    <div className={style.view}>
      <DetailBar session={props.session} route={props.route} request={null} />
      <output className={style.message}>{props.text}</output>
    </div>
  )
}
