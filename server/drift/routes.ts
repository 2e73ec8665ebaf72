import type { Router } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { observedSchema } from '../../shared/observed/schema.ts'
import { observedTypes } from '../../shared/observed/typescript.ts'
import { findBin, requireReader } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { answered, route } from '../http/routes.ts'
import { capturedPolicy, secure } from '../http/security-headers.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { createDriftMemory, type Drift, type EventDrift } from './drift.ts'
import { findDrift, viewDrift } from './view.ts'

type Asked = { req: IncomingMessage; params: { id: string }; query: URLSearchParams }

/** What was really seen of each event of a bin, beside what is documented. */
export function routeDrift(router: Router, deps: ControlDeps, inspector: Inspector): void {
  const memory = createDriftMemory(deps.store, inspector)

  async function driftOf({ req, params }: Asked): Promise<Drift> {
    const bin = findBin(deps.store.bins, params.id)
    requireReader(req, bin)
    return memory.of(bin)
  }

  async function eventOf(call: Asked): Promise<EventDrift> {
    return findDrift(await driftOf(call), call.query.get('trigger') ?? '')
  }

  route(router, 'listObserved', async (call) => {
    if (call.query.get('trigger')) return { events: [viewDrift(await eventOf(call))] }
    const { events } = await driftOf(call)
    return { events: [...events.values()].map(viewDrift) }
  })

  route(router, 'readObservedSchema', async (call) => {
    const { event, shape } = await eventOf(call)
    return observedSchema(shape, nameOf(event))
  })

  route(router, 'readObservedTypes', async (call) => {
    const { event, shape } = await eventOf(call)
    sendText(call.res, observedTypes(shape, nameOf(event)))
    return answered
  })
}

/** An own shape has no type that people know it by. */
function nameOf({ family, trigger, type, label }: EventDrift['event']): string {
  return family === 'own' ? label.en : (trigger ?? type)
}

/** Keys in it are what senders wrote: it is downloaded, never shown as a page of ours. */
function sendText(res: ServerResponse, text: string): void {
  secure(res, capturedPolicy)
  res.writeHead(200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Content-Disposition': 'attachment; filename="observed.ts"',
  })
  res.end(res.req.method === 'HEAD' ? undefined : text)
}
