import type { Router } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { findBin } from '../http/access.ts'
import { prefersJson } from '../http/accept.ts'
import type { Page } from '../http/page.ts'
import { sendJson } from '../http/routes.ts'
import { parseTarget, queryOf } from '../http/target.ts'
import { binToRead, type RequestContext } from '../inspect/context.ts'
import { listRequests } from './list.ts'

/** `GET /bin/:id?inspect`: the page for people, the list for who asks for JSON. */
export function routeInspectLink(router: Router, context: RequestContext, page: Page): void {
  // A route with a parameter would decode it, and fail on what cannot be decoded.
  router.use((req, res, next) => {
    if (!req.path.startsWith('/bin/')) next()
    else return showBin(context, page, req, res)
  })
}

async function showBin(
  context: RequestContext,
  page: Page,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  // Taken from the raw path: an id that has to be decoded is none.
  const id = parseTarget(req.url ?? '/').path.split('/')[2] ?? ''
  if (prefersJson(req.headers.accept)) {
    const bin = binToRead(context, { req, params: { id } })
    sendJson(res, 200, await listRequests(context, bin, queryOf(req)))
    return
  }
  findBin(context.deps.store.bins, id)
  page.send(req, res)
}
