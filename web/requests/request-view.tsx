import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../router.ts'
import { useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { DetailBar } from './detail-bar.tsx'
import { RequestHead } from './request-head.tsx'
import { RequestTabs } from './request-tabs.tsx'
import { useIssueFocus } from './use-issue-focus.ts'
import style from './request-view.module.css'

/** One request beside the list. */
export function RequestView({ session, route }: { session: BinSession; route: BinRoute }) {
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
  return <LoadedRequest session={session} route={route} request={detail.request} />
}

type LoadedRequestProps = { session: BinSession; route: BinRoute; request: RequestDetail }

function LoadedRequest({ session, route, request }: LoadedRequestProps) {
  const { t } = useWords()
  const { focus, showIssue } = useIssueFocus(route)
  return (
    <article className={style.view} aria-label={t('request.title', { seq: request.seq })}>
      <DetailBar session={session} route={route} request={request} />
      <RequestHead session={session} route={route} request={request} onIssue={showIssue} />
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
