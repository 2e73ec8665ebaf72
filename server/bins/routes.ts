import type { Router } from 'express'
import { findBin, requireOwner, requireReader } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { route } from '../http/routes.ts'
import { viewBin } from '../inspect/bin.ts'
import { createBin } from './create.ts'
import { readSettings } from './settings.ts'

/** Bins: made, read, changed, deleted. */
export function routeBins(router: Router, deps: ControlDeps): void {
  const { bins } = deps.store

  route(router, 'createBin', async ({ req, body }) => {
    deps.rates.newBin(req)
    return createBin(deps, await body())
  })

  route(router, 'readBin', ({ req, params }) => {
    const bin = findBin(bins, params.id)
    requireReader(req, bin)
    return viewBin(deps, bin)
  })

  route(router, 'changeBin', async ({ req, params, body }) => {
    const bin = findBin(bins, params.id)
    requireOwner(req, bin)
    const change = readSettings(await body(), deps.now(), bin.reply)
    const changed = await bins.update(bin.id, change)
    if (changed.reply.sequence !== bin.reply.sequence) deps.replySteps.restart(bin.id)
    return viewBin(deps, changed)
  })

  route(router, 'deleteBin', async ({ req, params }) => {
    const bin = findBin(bins, params.id)
    requireOwner(req, bin)
    await bins.delete(bin.id)
    deps.replySteps.restart(bin.id)
    return undefined
  })

  route(router, 'restartReply', ({ req, params }) => {
    const bin = findBin(bins, params.id)
    requireOwner(req, bin)
    deps.replySteps.restart(bin.id)
    return viewBin(deps, bin)
  })

  route(router, 'listRejected', ({ req, params }) => {
    const bin = findBin(bins, params.id)
    requireReader(req, bin)
    return { rejected: deps.rejections.of(bin.id) }
  })
}
