import type { Router } from 'express'
import { findBin, requireOwner } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { route } from '../http/routes.ts'
import { timestamp } from '../inspect/time.ts'

/** What was changed of a bin, for its owner. */
export function routeChanges(router: Router, { store }: ControlDeps): void {
  route(router, 'listChanges', ({ req, params }) => {
    const bin = findBin(store.bins, params.id)
    requireOwner(req, bin)
    const view = [...(bin.changes ?? [])].reverse()
    return { changes: view.map((change) => ({ ...change, at: timestamp(change.at) })) }
  })
}
