import type { Router } from 'express'
import { HttpProblem } from '../http/problem.ts'
import { route } from '../http/routes.ts'
import type { SharedScenarios } from './scenarios.ts'

/** What a share shows of scenarios; that the share is the one asked for has been checked. */
export function routeSharedScenarios(router: Router, scenarios: SharedScenarios): void {
  route(router, 'listScenarios', async () => ({ scenarios: await scenarios.list() }))
  route(router, 'readScenario', ({ params }) => scenarios.find(params.scenario))
  // Over some of the requests, or over stand-ins, these would tell what has never been.
  route(router, 'replayScenario', refuse)
  route(router, 'compareGolden', refuse)
}

function refuse(): never {
  throw new HttpProblem(
    'share-not-allowed',
    'This is for shares that show the whole bin, unmasked.',
  )
}
