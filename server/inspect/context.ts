import type { IncomingMessage } from 'node:http'
import { findBin, requireOwner, requireReader } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Inspector } from '../inspect/inspector.ts'
import type { StoredRequest } from '../../shared/request.ts'
import type { BinRecord } from '../store/store.ts'

/** What the operations on requests work with. */
export type RequestContext = {
  deps: ControlDeps
  inspector: Inspector
  /** Ends what waits when the server stops. */
  closing: AbortSignal
}

type Asked = { req: IncomingMessage; params: { id: string } }

/** The bin of a call that reads. @throws HttpProblem as `findBin` and `requireReader` */
export function binToRead({ deps }: RequestContext, { req, params }: Asked): BinRecord {
  const bin = findBin(deps.store.bins, params.id)
  requireReader(req, bin)
  return bin
}

/** The bin of a call that changes. @throws HttpProblem as `findBin` and `requireOwner` */
export function binToChange({ deps }: RequestContext, { req, params }: Asked): BinRecord {
  const bin = findBin(deps.store.bins, params.id)
  requireOwner(req, bin)
  return bin
}

/**
 * One request of a bin by the number in its address.
 * @throws HttpProblem `request-not-found`, StoreError `corrupt`
 */
export async function findRequest(
  { deps }: RequestContext,
  bin: BinRecord,
  seq: string,
): Promise<StoredRequest> {
  const number = /^[1-9]\d{0,14}$/.test(seq) ? Number(seq) : 0
  const request = number > 0 ? await deps.store.get(bin.id, number) : undefined
  if (request) return request
  throw new HttpProblem('request-not-found', 'The bin holds no request with this number.')
}
