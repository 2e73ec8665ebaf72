import type { Router } from 'express'
import { integerFrom } from '../http/query.ts'
import { answered, route } from '../http/routes.ts'
import { inlineLimit } from '../inspect/detail.ts'
import { sendBody, sendDecodedBody, sendMessage } from './content.ts'
import { binToChange, binToRead, findRequest, type RequestContext } from '../inspect/context.ts'
import { clearRequests } from './clear.ts'
import { exportRequests } from './export.ts'
import { readFacets } from './facets.ts'
import { listRequests } from './list.ts'
import { markRequest } from './mark.ts'
import { waitForRequest } from './wait.ts'

/** Requests: listed, read, marked, deleted, waited for, exported. */
export function routeRequests(router: Router, context: RequestContext): void {
  const { store } = context.deps

  route(router, 'listRequests', (call) =>
    listRequests(context, binToRead(context, call), call.query),
  )

  route(router, 'readFacets', (call) => readFacets(context, binToRead(context, call), call.query))

  route(router, 'clearRequests', async (call) => {
    await clearRequests(store, binToChange(context, call), call.query)
    return undefined
  })

  route(router, 'readRequest', async (call) => {
    const request = await findRequest(context, binToRead(context, call), call.params.seq)
    const inline = integerFrom(call.query, 'inline', { min: 0, max: inlineLimit })
    return context.inspector.detail({ request, body: null }, inline)
  })

  route(router, 'markRequest', (call) => markRequest(context, binToChange(context, call), call))

  route(router, 'deleteRequest', async (call) => {
    const bin = binToChange(context, call)
    const { seq } = await findRequest(context, bin, call.params.seq)
    await store.remove(bin.id, [seq])
    return undefined
  })

  route(router, 'readBody', async (call) => {
    const request = await findRequest(context, binToRead(context, call), call.params.seq)
    const answer = call.query.has('decoded') ? sendDecodedBody : sendBody
    await answer(context, call.res, request)
    return answered
  })

  route(router, 'readMessage', async (call) => {
    const request = await findRequest(context, binToRead(context, call), call.params.seq)
    await sendMessage(context, call.res, request)
    return answered
  })

  route(router, 'waitForRequest', (call) => waitForRequest(context, binToRead(context, call), call))

  route(router, 'exportRequests', async (call) => {
    await exportRequests(context, binToRead(context, call), call)
    return answered
  })
}
