import { encodePart } from './encode-part.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
export type Operation = { method: Method; path: `/api/${string}` }

/** Where each operation is found. Server, client and tests read this table. */
export const operations = {
  health: { method: 'GET', path: '/api/health' },
  createBin: { method: 'POST', path: '/api/bins' },
  readBin: { method: 'GET', path: '/api/bins/:id' },
  changeBin: { method: 'PATCH', path: '/api/bins/:id' },
  deleteBin: { method: 'DELETE', path: '/api/bins/:id' },
  restartReply: { method: 'POST', path: '/api/bins/:id/reply/restart' },
  listRejected: { method: 'GET', path: '/api/bins/:id/rejected' },
  selfTest: { method: 'POST', path: '/api/bins/:id/self-test' },
  listChanges: { method: 'GET', path: '/api/bins/:id/changes' },
  listRequests: { method: 'GET', path: '/api/bins/:id/requests' },
  readFacets: { method: 'GET', path: '/api/bins/:id/facets' },
  clearRequests: { method: 'DELETE', path: '/api/bins/:id/requests' },
  readRequest: { method: 'GET', path: '/api/bins/:id/requests/:seq' },
  markRequest: { method: 'PATCH', path: '/api/bins/:id/requests/:seq' },
  deleteRequest: { method: 'DELETE', path: '/api/bins/:id/requests/:seq' },
  readBody: { method: 'GET', path: '/api/bins/:id/requests/:seq/body' },
  readMessage: { method: 'GET', path: '/api/bins/:id/requests/:seq/http' },
  waitForRequest: { method: 'GET', path: '/api/bins/:id/wait' },
  exportRequests: { method: 'GET', path: '/api/bins/:id/export' },
  listEvents: { method: 'GET', path: '/api/events' },
  readAsyncApi: { method: 'GET', path: '/api/events/asyncapi.json' },
  readEventTypes: { method: 'GET', path: '/api/events/types.ts' },
  readEvent: { method: 'GET', path: '/api/events/:trigger' },
  readSchema: { method: 'GET', path: '/api/events/:trigger/schema.json' },
  readSample: { method: 'GET', path: '/api/events/:trigger/sample.json' },
  sendEvent: { method: 'POST', path: '/api/bins/:id/send' },
  replayRequest: { method: 'POST', path: '/api/bins/:id/requests/:seq/replay' },
  listSendings: { method: 'GET', path: '/api/bins/:id/sendings' },
  setForward: { method: 'POST', path: '/api/bins/:id/forward' },
  removeForward: { method: 'DELETE', path: '/api/bins/:id/forward' },
  startPlayback: { method: 'POST', path: '/api/bins/:id/playback' },
  cancelPlayback: { method: 'DELETE', path: '/api/bins/:id/playback' },
  listObserved: { method: 'GET', path: '/api/bins/:id/observed' },
  readObservedSchema: { method: 'GET', path: '/api/bins/:id/observed/schema.json' },
  readObservedTypes: { method: 'GET', path: '/api/bins/:id/observed/types.ts' },
  listDeliveries: { method: 'GET', path: '/api/bins/:id/deliveries' },
  listShapes: { method: 'GET', path: '/api/bins/:id/shapes' },
  createShape: { method: 'POST', path: '/api/bins/:id/shapes' },
  changeShape: { method: 'PATCH', path: '/api/bins/:id/shapes/:shape' },
  deleteShape: { method: 'DELETE', path: '/api/bins/:id/shapes/:shape' },
  listShares: { method: 'GET', path: '/api/bins/:id/shares' },
  createShare: { method: 'POST', path: '/api/bins/:id/shares' },
  deleteShare: { method: 'DELETE', path: '/api/bins/:id/shares/:share' },
  readSharedView: { method: 'GET', path: '/api/share' },
  unlockShare: { method: 'POST', path: '/api/share/unlock' },
  readScenarioSchema: { method: 'GET', path: '/api/scenarios/schema.json' },
  listScenarios: { method: 'GET', path: '/api/bins/:id/scenarios' },
  createScenario: { method: 'POST', path: '/api/bins/:id/scenarios' },
  checkScenario: { method: 'POST', path: '/api/bins/:id/scenarios/check' },
  readScenario: { method: 'GET', path: '/api/bins/:id/scenarios/:scenario' },
  changeScenario: { method: 'PATCH', path: '/api/bins/:id/scenarios/:scenario' },
  deleteScenario: { method: 'DELETE', path: '/api/bins/:id/scenarios/:scenario' },
  armScenario: { method: 'POST', path: '/api/bins/:id/scenarios/:scenario/arm' },
  disarmScenario: { method: 'POST', path: '/api/bins/:id/scenarios/:scenario/disarm' },
  replayScenario: { method: 'GET', path: '/api/bins/:id/scenarios/:scenario/history' },
  saveGolden: { method: 'POST', path: '/api/bins/:id/scenarios/:scenario/golden' },
  deleteGolden: { method: 'DELETE', path: '/api/bins/:id/scenarios/:scenario/golden' },
  compareGolden: { method: 'GET', path: '/api/bins/:id/scenarios/:scenario/golden' },
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof operations

/** Names of the parameters of a path: `ParamsOf<'/api/bins/:id'>` is `{ id: string | number }`. */
export type ParamsOf<Path extends string> = Record<ParamNames<Path>, string | number>
type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** Address of an operation, relative to the server; what is `undefined` in the query is left out. */
export function addressOf<Name extends OperationName>(
  name: Name,
  params: ParamsOf<(typeof operations)[Name]['path']>,
  query: Record<string, string | number | undefined> = {},
): string {
  const values = new Map<string, string | number>(Object.entries(params))
  const path = operations[name].path.replace(/:([a-z]+)/g, (_, param: string) =>
    encodePart(values.get(param) ?? ''),
  )
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${encodePart(key)}=${encodePart(value)}`],
  )
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}
