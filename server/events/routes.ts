import type { Router } from 'express'
import { addressOf, type EventInfo } from '../../shared/api.ts'
import { catalogue, findEvent, type EventEntry } from '../../shared/events/catalogue.ts'
import { jsonSchemaOf } from '../../shared/events/schema.ts'
import { findBin, requireOwner } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { answered, route } from '../http/routes.ts'
import { sendEvent } from './send.ts'

/** The catalogue of documented events, and sending them. */
export function routeEvents(router: Router, deps: ControlDeps): void {
  route(router, 'listEvents', () => ({ events: catalogue.map(infoOf) }))

  route(router, 'readEvent', ({ params }) => {
    const entry = entryOf(params.trigger)
    return { ...infoOf(entry), schema: jsonSchemaOf(entry.trigger), sample: entry.sample }
  })

  route(router, 'readSchema', ({ params }) => jsonSchemaOf(entryOf(params.trigger).trigger))

  route(router, 'readSample', ({ params, res }) => {
    const sample = Buffer.from(entryOf(params.trigger).sample)
    // As printed, byte for byte: a value that is written anew would lose its escapes.
    res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': sample.length })
    res.end(res.req.method === 'HEAD' ? undefined : sample)
    return answered
  })

  route(router, 'sendEvent', ({ req, params, body }) => {
    const bin = findBin(deps.store.bins, params.id)
    requireOwner(req, bin)
    return sendEvent(deps, bin, body)
  })
}

function infoOf({ trigger, family, type, label }: EventEntry): EventInfo {
  const schemaUrl = addressOf('readSchema', { trigger })
  return {
    trigger,
    family,
    type,
    label,
    schemaUrl,
    sampleUrl: addressOf('readSample', { trigger }),
  }
}

function entryOf(trigger: string): EventEntry {
  const entry = findEvent(trigger)
  if (entry) return entry
  throw new HttpProblem('event-not-found', `No document describes an event "${trigger}".`)
}
