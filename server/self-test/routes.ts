import type { Router } from 'express'
import type { Outbox } from '../egress/outbox.ts'
import { findBin, requireOwner } from '../http/access.ts'
import { captureBaseUrl, loopback, urlOf } from '../http/base-url.ts'
import type { ControlDeps } from '../http/deps.ts'
import { route } from '../http/routes.ts'
import { byFetch, knock, knocking, type Heard } from './knock.ts'

/**
 * Whether what is sent to a bin gets there: from this machine, and by the public address where one is
 * known. Both addresses are the server's own, never those of who asks.
 */
export function routeSelfTest(router: Router, deps: ControlDeps, fetchUrl: typeof fetch): void {
  const { store, address, outbox, now } = deps

  route(router, 'selfTest', async ({ req, params }) => {
    const bin = findBin(store.bins, params.id)
    requireOwner(req, bin)
    const path = `/bin/${bin.id}`
    const here = urlOf(loopback(address()))
    const told = captureBaseUrl(deps)
    const outside = told === here ? null : told + path
    const [own, fromOutside] = await Promise.all([
      knock(here + path, toSelf(outbox, path), now),
      outside === null ? null : knock(outside, byFetch(fetchUrl, outside), now),
    ])
    return { loopback: own, publicUrl: fromOutside }
  })
}

/** To this very server, whose certificate is for other names than the address that it is asked at. */
function toSelf(outbox: Outbox, target: string) {
  return async (signal: AbortSignal): Promise<Heard> => {
    const { method, headers, body } = knocking
    const message = { method, headers: Object.entries(headers), body: Buffer.from(body) }
    return outbox.knock(target, { ...message, credentials: false }, signal)
  }
}
