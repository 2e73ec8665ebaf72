import type { Router } from 'express'
import type { PlaybackInput } from '../../shared/input.ts'
import type { StoredRequest } from '../../shared/request.ts'
import { findBin, requireOwner } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { route } from '../http/routes.ts'
import { requireTarget } from '../http/target-problem.ts'
import type { BinRecord } from '../store/store.ts'
import { orderOf } from './captured.ts'
import type { Forwarder } from './forwarder.ts'
import type { Playbacks } from './playbacks.ts'

export type ReplayServices = { forwarder: Forwarder; playbacks: Playbacks }

/** Sending captured requests again: one, all that come, or a recorded sequence. */
export function routeReplays(
  router: Router,
  deps: ControlDeps,
  { forwarder, playbacks }: ReplayServices,
): void {
  const { store, outbox } = deps
  // What was sent where, and what came back, is told to the owner only.
  const ownBin = (req: Parameters<typeof requireOwner>[0], id: string) => {
    const bin = findBin(store.bins, id)
    requireOwner(req, bin)
    return bin
  }
  const stateOf = (bin: string) => ({
    targets: outbox.targets,
    forward: forwarder.of(bin),
    playback: playbacks.of(bin),
    sendings: outbox.of(bin),
  })

  route(router, 'replayRequest', async ({ req, params, body }) => {
    const bin = ownBin(req, params.id)
    const { to = null, credentials = false, edits } = await body()
    if (to !== null) requireTarget(outbox, to)
    const seq = /^[1-9]\d{0,14}$/.test(params.seq) ? Number(params.seq) : 0
    const request = await store.get(bin.id, seq)
    const bytes = request && (await store.body(bin.id, request.seq))
    if (!bytes) throw new HttpProblem('request-not-found', 'The bin holds no such request.')
    const order = orderOf({ request, body: bytes }, { to, credentials }, edits)
    return outbox.send({ ...order, cause: 'replay' })
  })

  route(router, 'listSendings', ({ req, params }) => stateOf(ownBin(req, params.id).id))

  route(router, 'setForward', async ({ req, params, body }) => {
    const bin = ownBin(req, params.id)
    const { to, credentials = false } = await body()
    requireTarget(outbox, to)
    await forwarder.set(bin.id, to, credentials)
    return stateOf(bin.id)
  })

  route(router, 'removeForward', async ({ req, params }) => {
    await forwarder.remove(ownBin(req, params.id).id)
    return undefined
  })

  route(router, 'startPlayback', async ({ req, params, body }) => {
    const bin = ownBin(req, params.id)
    const input = await body()
    const { to = null, credentials = false, speed = 1 } = input
    if (to !== null) requireTarget(outbox, to)
    const requests = await recorded(deps, bin, input)
    playbacks.start(bin.id, { requests, to, credentials, speed })
    return stateOf(bin.id)
  })

  route(router, 'cancelPlayback', async ({ req, params }) => {
    await playbacks.cancel(ownBin(req, params.id).id)
    return undefined
  })
}

/** Requests of one playback. */
const mostRecorded = 1000

/** @throws HttpProblem `invalid-input` where there is nothing to play back, or too much */
async function recorded(
  { store }: ControlDeps,
  bin: BinRecord,
  { seqs, from = 1, until = Number.MAX_SAFE_INTEGER }: PlaybackInput,
): Promise<StoredRequest[]> {
  const range = { after: from - 1, before: until + 1, limit: mostRecorded + 1 }
  const requests = seqs
    ? await Promise.all(seqs.toSorted((a, b) => a - b).map((seq) => store.get(bin.id, seq)))
    : await store.range(bin.id, { ...range, order: 'asc' })
  const held = requests.filter((request) => request !== undefined)
  if (held.length > 0 && held.length <= mostRecorded) return held
  const detail =
    held.length === 0
      ? 'The bin holds none of these requests.'
      : `At most ${mostRecorded} requests are played back.`
  throw new HttpProblem('invalid-input', detail, { pointer: seqs ? '/seqs' : '/from' })
}
