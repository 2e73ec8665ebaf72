import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { tabs, type BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Tabs } from '../ui/tabs.tsx'
import { useWords } from '../words/use-words.ts'
import { HeadersTab } from './headers-tab.tsx'
import { QueryTab } from './query-tab.tsx'
import { ReplyTab } from './reply-tab.tsx'
import { BodyTab, CopyTab, RawTab } from './tabs-on-demand.ts'
import type { IssueFocus } from './use-issue-focus.ts'

type RequestTabsProps = {
  session: BinSession
  route: BinRoute
  request: RequestDetail
  focus: IssueFocus
}

/** The views of a request; which one is open stands in the address. */
export function RequestTabs({ session, route, request, focus }: RequestTabsProps) {
  const { router } = useServices()
  const { t } = useWords()
  const counts = { headers: request.rawHeaders.length / 2, query: request.query.length }
  const items = tabs.map((id) => ({
    id,
    label: t(`tab.${id}`),
    ...(id === 'headers' || id === 'query' ? { count: counts[id] || undefined } : {}),
  }))
  return (
    <Tabs
      label={t('tab.list')}
      items={items}
      selected={route.tab}
      onSelect={(tab) => router.go({ ...route, tab }, { replace: true })}
    >
      {route.tab === 'body' && <BodyTab session={session} request={request} focus={focus} />}
      {route.tab === 'raw' && <RawTab session={session} request={request} />}
      {route.tab === 'headers' && <HeadersTab request={request} />}
      {route.tab === 'query' && <QueryTab request={request} />}
      {route.tab === 'copy' && <CopyTab session={session} request={request} />}
      {route.tab === 'reply' && <ReplyTab request={request} />}
    </Tabs>
  )
}
