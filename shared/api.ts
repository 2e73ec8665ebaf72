import { encodePart } from './encode-part.ts'
import type { Alarm } from './attempts/alarms.ts'
import type { AttemptDifferences } from './attempts/attempts.ts'
import type { DeliveryKind } from './attempts/deliveries.ts'
import type { Bin } from './bin.ts'
import type { JsonSchema } from './events/schema.ts'
import type { ShapeRow } from './events/table.ts'
import type { EventSummary, Family, Label } from './events/verdict.ts'
import type { Trigger } from './events/trigger.ts'
import type {
  ChangeBinInput,
  ChangeScenarioInput,
  CheckScenarioInput,
  CreateScenarioInput,
  ChangeShapeInput,
  CreateBinInput,
  CreateShapeInput,
  ForwardInput,
  CreateShareInput,
  MarkInput,
  PlaybackInput,
  ReplayInput,
  SendInput,
  UnlockInput,
} from './input.ts'
import type { Facets } from './facets.ts'
import type { Difference } from './observed/compare.ts'
import type { Sighting } from './observed/observed.ts'
import type { BinChange } from './change.ts'
import type { ObservedRow } from './observed/rows.ts'
import type { OwnShape } from './own-shape/own-shape.ts'
import type { CreatedShare, Share, SharedView, SharePass } from './share/share.ts'
import type { ReplyGiven, RequestDetail, RequestSummary } from './request.ts'
import type { GoldenComparison } from './scenario/golden.ts'
import type { ScenarioInfo } from './scenario/kept.ts'
import type { ScenarioResult } from './scenario/result.ts'
import type { ForwardRule, Playback, Sending, Targets } from './sending.ts'

/** Answer to creating a bin: the only time its owner key is told. */
export type CreatedBin = { bin: Bin; ownerKey: string }

/** One page of a bin's requests. */
export type RequestList = {
  requests: RequestSummary[]
  latest: number
  oldest: number | null
  /** Pass it as `before` (newest first) or `after` (oldest first) for the next page; `null`: no more. */
  next: number | null
}

export type ListQuery = {
  before?: number
  after?: number
  /** 1–500; 50 where it is left out. */
  limit?: number
  order?: 'asc' | 'desc'
  /** Search language. */
  q?: string
}

/** `timeout` in milliseconds, at most 120,000; 30,000 where it is left out. */
export type WaitQuery = { q?: string; after?: number; timeout?: number }

export const exportFormats = ['har', 'json', 'ndjson', 'csv', 'curl'] as const
export type ExportFormat = (typeof exportFormats)[number]
export type ExportQuery = { format: ExportFormat; q?: string }

/** A request that came close to what was waited for, and the terms it fails. */
export type ClosestMiss = { request: RequestSummary; failed: string[] }

/** The answer to a mark: the row as it now stands, with its note. */
export type MarkedRequest = RequestSummary & { notes: string }

/** One entry of the catalogue of documented events. */
export type EventInfo = {
  trigger: Trigger
  family: Family
  /** As the sender names it: `contact.tag.added`, `SALE_NEW`. */
  type: string
  label: Label
  schemaUrl: string
  sampleUrl: string
}

/**
 * The whole entry: the shape as JSON Schema 2020-12, as a table and as TypeScript, and the documented
 * body as printed.
 */
export type EventDetail = EventInfo & {
  schema: unknown
  rows: ShapeRow[]
  typescript: string
  sample: string
}

/** What was sent, and how it was answered. */
export type SentEvent = {
  trigger: Trigger
  /** Number of the request in the bin; `null` where the bin's reply did not tell. */
  seq: number | null
  /** Status of the answer; `null` where it broke off or took longer than ten seconds. */
  status: number | null
  bytes: number
  /** What was sent, in order: twice where a duplicate was asked for. */
  sendings: Sending[]
}

/** What a bin sends on, and what it has sent lately, newest first. */
export type SendingState = {
  targets: Targets
  forward: ForwardRule | null
  playback: Playback | null
  sendings: Sending[]
}

/** What was really seen of one event of a bin: its trigger, or its type where no document has one. */
export type ObservedEvent = Pick<EventSummary, 'family' | 'type' | 'trigger' | 'label'> & {
  documents: number
  first: Sighting
  last: Sighting
  rows: ObservedRow[]
  /** Against the documented shape; none where there is none. */
  differences: Difference[]
  /** Sightings of places that found no room in the memory. */
  omitted: number
}

/** `trigger`: a trigger, or the type of an event that no document describes. */
export type ObservedQuery = { trigger?: string }

/** Requests that brought the same thing more than once. */
export type DeliveryInfo = {
  kind: DeliveryKind
  key: string
  event: EventSummary | null
  seqs: number[]
  /** The first fifty of them. */
  attempts: AttemptInfo[]
}

export type AttemptInfo = {
  seq: number
  receivedAt: string
  /** Milliseconds since the attempt before; `null` for the first. */
  interval: number | null
  differences: AttemptDifferences | null
  /** What it was answered: senders try again for a reason. */
  reply: ReplyGiven
}

/** The newest hundred deliveries of more than one attempt, the newest first, and all alarms. */
export type DeliveryList = { deliveries: DeliveryInfo[]; alarms: Alarm[] }

/** Something that knocked at a bin and never became a request. */
export type RejectedRequest = {
  at: string
  /** Stable word: `bad-request`, `headers-too-large`, `timeout`, … */
  code: string
  detail: string
  peer: string
}

/** How it went to send something to a bin at one of its addresses. */
export type Knock = {
  url: string
  /** Status of the answer; `null` where none came. */
  status: number | null
  /** Number of the request that it became; `null` where it did not reach the bin. */
  seq: number | null
  /** Why no answer came. */
  failure: string | null
  /** Milliseconds. */
  ms: number
}
/** `publicUrl`: `null` where the server was not told of a public address. */
export type SelfTest = { loopback: Knock; publicUrl: Knock | null }

/** Both ends are left out where they are not given: the whole history. */
export type HistoryQuery = { after?: number; upTo?: number }

export type Health = {
  status: 'ok' | 'full' | 'failed'
  version: string
  store: StoreHealthInfo
  /** Present where the server was told to start one. */
  tunnel?: TunnelStatus
}

/** How the tunnel fares through which senders reach this server. */
export type TunnelStatus = {
  /** Name of its program. */
  program: string
  state: 'starting' | 'up' | 'down'
  /** Its public address, also the last one known; `null`: none yet. */
  url: string | null
  /** Why it is down, in words. */
  detail: string | null
}
export type StoreHealthInfo = { status: 'ok' | 'full' | 'failed'; detail?: string }

/** Every operation: what goes in beside the parameters of its path, and what comes out. */
export type Api = {
  health: { result: Health }
  createBin: { body: CreateBinInput; result: CreatedBin }
  readBin: { result: Bin }
  changeBin: { body: ChangeBinInput; result: Bin }
  deleteBin: { result: undefined }
  restartReply: { result: Bin }
  listRejected: { result: { rejected: RejectedRequest[] } }
  /** Sends something to the bin, from this machine and by the public address. */
  selfTest: { result: SelfTest }
  /** Newest first; for the owner. */
  listChanges: { result: { changes: BinChange[] } }
  listRequests: { query: ListQuery; result: RequestList }
  readFacets: { query: { q?: string }; result: Facets }
  /** `upTo`: what came later stays. */
  clearRequests: { query: { upTo?: number }; result: undefined }
  /** `inline`: largest body, in bytes, that is given with it. */
  readRequest: { query: { inline?: number }; result: RequestDetail }
  markRequest: { body: MarkInput; result: MarkedRequest }
  deleteRequest: { result: undefined }
  /** The bytes of the body. */
  readBody: { query: { decoded?: '' }; result: Uint8Array }
  /** The request as an HTTP/1.1 message. */
  readMessage: { result: Uint8Array }
  waitForRequest: { query: WaitQuery; result: RequestDetail }
  exportRequests: { query: ExportQuery; result: Uint8Array }
  listEvents: { result: { events: EventInfo[] } }
  /** The whole catalogue as AsyncAPI 3. */
  readAsyncApi: { result: JsonSchema }
  /** The whole catalogue as TypeScript, a discriminated union. */
  readEventTypes: { result: Uint8Array }
  readEvent: { result: EventDetail }
  readSchema: { result: unknown }
  readSample: { result: Uint8Array }
  sendEvent: { body: SendInput; result: SentEvent }
  replayRequest: { body: ReplayInput; result: Sending }
  listSendings: { result: SendingState }
  setForward: { body: ForwardInput; result: SendingState }
  removeForward: { result: undefined }
  startPlayback: { body: PlaybackInput; result: SendingState }
  cancelPlayback: { result: undefined }
  listObserved: { query: ObservedQuery; result: { events: ObservedEvent[] } }
  readObservedSchema: { query: Required<ObservedQuery>; result: JsonSchema }
  /** TypeScript, as text. */
  readObservedTypes: { query: Required<ObservedQuery>; result: Uint8Array }
  listDeliveries: { result: DeliveryList }
  listShapes: { result: { shapes: OwnShape[] } }
  createShape: { body: CreateShapeInput; result: OwnShape }
  changeShape: { body: ChangeShapeInput; result: OwnShape }
  deleteShape: { result: undefined }
  listShares: { result: { shares: Share[] } }
  createShare: { body: CreateShareInput; result: CreatedShare }
  deleteShare: { result: undefined }
  /** What the bearer of a share's token may see. */
  readSharedView: { result: SharedView }
  /** A password for a pass that goes with the token from then on. */
  unlockShare: { body: UnlockInput; result: SharePass }
  readScenarioSchema: { result: JsonSchema }
  listScenarios: { result: { scenarios: ScenarioInfo[] } }
  createScenario: { body: CreateScenarioInput; result: ScenarioInfo }
  /** Judges a scenario that is not kept, over history or until it is decided. */
  checkScenario: { body: CheckScenarioInput; result: ScenarioResult }
  readScenario: { result: ScenarioInfo }
  changeScenario: { body: ChangeScenarioInput; result: ScenarioInfo }
  deleteScenario: { result: undefined }
  armScenario: { result: ScenarioInfo }
  disarmScenario: { result: ScenarioInfo }
  /** What a kept scenario says of requests that are there. */
  replayScenario: { query: HistoryQuery; result: ScenarioResult }
  saveGolden: { result: ScenarioInfo }
  deleteGolden: { result: ScenarioInfo }
  compareGolden: { result: GoldenComparison }
}
export type OperationName = keyof Api

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
} as const satisfies Record<OperationName, Operation>

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
