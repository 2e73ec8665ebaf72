import { useState } from 'react'
import type { Issue } from '../../shared/events/verdict.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'

export type IssueFocus = { issue: Issue } | null

/** Shows an issue at its place in the body, whichever tab is open. */
export function useIssueFocus(route: BinRoute) {
  const { router } = useServices()
  const [focus, setFocus] = useState<IssueFocus>(null)
  const showIssue = (issue: Issue) => {
    if (route.tab !== 'body') router.go({ ...route, tab: 'body' }, { replace: true })
    setFocus({ issue })
  }
  return { focus, showIssue }
}
