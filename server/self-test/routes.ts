import type { Router } from 'express'
import { findBin, requireOwner } from '../http/access.ts'
import { captureBaseUrl, loopback, urlOf } from '../http/base-url.ts'
import type { ControlDeps } from '../http/deps.ts'
import { route } from '../http/routes.ts'
import { knock } from './knock.ts'

/**
 * Whether what is sent to a bin gets there: from this machine, and by the public address where one is
 * known. Both addresses are the server's own, never those of who asks.
 */
export function routeSelfTest(router: Router, deps: ControlDeps, fetchUrl: typeof fetch): void {
  const { store, address, now } = deps

  route(router, 'selfTest', async ({ req, params }) => {
    const bin = findBin(store.bins, params.id)
    requireOwner(req, bin)
    const here = urlOf(loopback(address()))
    const told = captureBaseUrl(deps)
    const outside = told === here ? null : told
    const knockAt = (base: string) => knock(fetchUrl, `${base}/bin/${bin.id}`, now)
    const [own, fromOutside] = await Promise.all([
      knockAt(here),
      outside === null ? null : knockAt(outside),
    ])
    return { loopback: own, publicUrl: fromOutside }
  })
}
