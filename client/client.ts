import { createClient, type Client, type Fetch } from '../shared/client.ts'
import type { CreateBinInput } from '../shared/input.ts'
import { BinHandle } from './bin-handle.ts'

// What `binspect/client` gives: the one place of this part that hands on what others declare.
// oxlint-disable oxc/no-barrel-file
export { ApiProblem, ServerUnreachable } from '../shared/client.ts'
export { BinHandle } from './bin-handle.ts'
export type { ExpectOptions, SendOptions, WaitOptions } from './bin-handle.ts'
export type { FollowOptions } from './follow.ts'
export { NoMatch } from './no-match.ts'
export { ScenarioFailed } from './scenario-failed.ts'
export type { ScenarioResult } from '../shared/scenario/result.ts'
export type { Bin } from '../shared/bin.ts'
export type { RequestDetail, RequestSummary } from '../shared/request.ts'
export type { Trigger } from '../shared/events/trigger.ts'

/** Where the server is, and how it is reached. */
export type ServerOptions = {
  /** Address of the server [http://127.0.0.1:5050]. */
  server?: string | undefined
  /** What sends the calls; `globalThis.fetch` where it is left out. */
  fetch?: Fetch
}

const usualServer = 'http://127.0.0.1:5050'

/** Makes a bin. @throws ApiProblem, ServerUnreachable */
export async function createBin(options: ServerOptions & CreateBinInput = {}): Promise<BinHandle> {
  const { server, fetch, ...settings } = options
  const call = connect({ server, ...(fetch && { fetch }) })
  const { bin, ownerKey } = await call('createBin', { body: settings })
  return new BinHandle(call, bin, ownerKey)
}

/**
 * Finds a bin that is there already.
 * @throws ApiProblem, ServerUnreachable
 */
export async function openBin(
  id: string,
  { key, ...server }: ServerOptions & { key?: string | undefined } = {},
): Promise<BinHandle> {
  const call = connect(server)
  const bin = await call('readBin', { params: { id }, key })
  return new BinHandle(call, bin, key)
}

/** The whole API of a server, operation by operation. */
export function connect({ server = usualServer, fetch }: ServerOptions = {}): Client {
  const base = server.replace(/\/+$/, '')
  return createClient({ base, fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)) })
}
