import type { ServerResponse } from 'node:http'
import type { Router } from 'express'
import { addressOf } from '../../shared/operations.ts'
import type { EventInfo } from '../../shared/events/info.ts'
import { asyncApi } from '../../shared/events/asyncapi.ts'
import { catalogue, findEvent, type EventEntry } from '../../shared/events/catalogue.ts'
import { jsonSchemaOf } from '../../shared/events/schema.ts'
import { shapeTable } from '../../shared/events/table.ts'
import { declarationOf, typescriptOf } from '../../shared/events/typescript.ts'
import { findBin, requireOwner } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { answered, route } from '../http/routes.ts'
import { sendEvent } from './send.ts'

/** The catalogue of documented events, and sending them. */
export function routeEvents(router: Router, deps: ControlDeps): void {
  route(router, 'listEvents', () => ({ events: catalogue.map(infoOf) }))

  // Before the operation on one event, whose path fits these too.
  route(router, 'readAsyncApi', () => asyncApi())

  route(router, 'readEventTypes', ({ res }) => {
    sendBytes(res, 'text/plain; charset=utf-8', typescriptOf())
    return answered
  })

  route(router, 'readEvent', ({ params }) => {
    const entry = entryOf(params.trigger)
    const { trigger, sample } = entry
    const schema = jsonSchemaOf(trigger)
    const rows = shapeTable(trigger)
    return { ...infoOf(entry), schema, rows, typescript: declarationOf(entry), sample }
  })

  route(router, 'readSchema', ({ params }) => jsonSchemaOf(entryOf(params.trigger).trigger))

  route(router, 'readSample', ({ params, res }) => {
    // As printed, byte for byte: a value that is written anew would lose its escapes.
    sendBytes(res, 'application/json', entryOf(params.trigger).sample)
    return answered
  })

  route(router, 'sendEvent', async ({ req, params, body }) => {
    const bin = findBin(deps.store.bins, params.id)
    requireOwner(req, bin)
    return sendEvent(deps, bin, await body())
  })
}

function sendBytes(res: ServerResponse, contentType: string, text: string): void {
  res.writeHead(200, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(text) })
  res.end(res.req.method === 'HEAD' ? undefined : text)
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
