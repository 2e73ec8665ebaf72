import type { IncomingMessage } from 'node:http'
import type { Router } from 'express'
import type { SharedView } from '../../shared/share/share.ts'
import { findBin, requireOwner } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { route } from '../http/routes.ts'
import { timestamp } from '../inspect/time.ts'
import type { BinRecord, ShareRecord } from '../store/store.ts'
import type { ShareRecords } from './records.ts'
import { tokenOf, type SharedViews } from './views.ts'

/** Shares of a bin, for its owner; and what a share is, for who has its token. */
export function routeShares(
  router: Router,
  deps: ControlDeps,
  records: ShareRecords,
  views: SharedViews,
): void {
  function owned({ req, params }: { req: IncomingMessage; params: { id: string } }): BinRecord {
    const bin = findBin(deps.store.bins, params.id)
    requireOwner(req, bin)
    return bin
  }

  route(router, 'listShares', (call) => ({ shares: records.list(owned(call)) }))
  route(router, 'createShare', async (call) => records.create(owned(call), await call.body()))
  route(router, 'deleteShare', async (call) => {
    await records.delete(owned(call), call.params.share)
    return undefined
  })

  route(router, 'readSharedView', ({ req }) => viewShared(views.check(tokenFrom(req)).share))
  route(router, 'unlockShare', async ({ req, body }) => {
    const { password } = await body()
    return views.unlock(tokenFrom(req), password, req)
  })
}

function tokenFrom(req: IncomingMessage) {
  const token = tokenOf(req)
  if (token) return token
  throw new HttpProblem('share-ended', 'Send "Authorization: Bearer <token of the share>".')
}

function viewShared({ id, name, scope, expiresAt, mask }: ShareRecord): SharedView {
  return {
    id,
    name,
    scope: scope.kind === 'view' ? { kind: 'view' } : scope,
    expiresAt: expiresAt === null ? null : timestamp(expiresAt),
    mask,
  }
}
