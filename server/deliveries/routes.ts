import type { Router } from 'express'
import { findBin, requireReader } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { route } from '../http/routes.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { createArrivalMemory } from './arrivals.ts'
import { listDeliveries } from './list.ts'

/** What a bin was sent more than once. */
export function routeDeliveries(router: Router, deps: ControlDeps, inspector: Inspector): void {
  const memory = createArrivalMemory(deps.store, inspector)

  route(router, 'listDeliveries', async ({ req, params }) => {
    const bin = findBin(deps.store.bins, params.id)
    requireReader(req, bin)
    return listDeliveries(deps.store, bin, await memory.of(bin))
  })
}
