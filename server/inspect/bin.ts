import type { Bin } from '../../shared/bin.ts'
import { baseUrl, captureBaseUrl } from '../http/base-url.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { BinRecord } from '../store/store.ts'
import { timestamp } from './time.ts'

/** A bin as the API gives it. @throws HttpProblem `bin-not-found` where it has just been deleted */
export function viewBin(deps: ControlDeps, record: BinRecord): Bin {
  const state = deps.store.state(record.id)
  if (!state) throw new HttpProblem('bin-not-found', 'The bin has been deleted.')
  const { captureUrl, inspectUrl } = deps.shared?.() ?? addressesOf(deps, record.id)
  return {
    id: record.id,
    name: record.name,
    captureUrl,
    inspectUrl,
    visibility: record.visibility,
    note: record.note ?? '',
    createdAt: timestamp(record.createdAt),
    expiresAt: record.expiresAt === null ? null : timestamp(record.expiresAt),
    latest: state.latest,
    oldest: state.oldest,
    counts: state.counts,
    reply: record.reply,
    replyStep: deps.replySteps.used(record.id),
    hasSecret: record.secret !== null,
    shapesRevision: record.ownShapes?.revision ?? 0,
    scenariosRevision: record.scenarios?.revision ?? 0,
  }
}

function addressesOf(deps: ControlDeps, id: string) {
  const path = `/bin/${id}`
  return {
    captureUrl: captureBaseUrl(deps) + path,
    inspectUrl: `${baseUrl(deps)}${path}?inspect`,
  }
}
