import type { Bin, CreatedBin } from './bin.ts'
import type { BinChange } from './change.ts'
import type { Facets } from './facets.ts'
import type { Health } from './health.ts'
import type {
  ChangeBinInput,
  ChangeScenarioInput,
  ChangeShapeInput,
  CheckScenarioInput,
  CreateBinInput,
  CreateScenarioInput,
  CreateShapeInput,
  CreateShareInput,
  ForwardInput,
  MarkInput,
  PlaybackInput,
  ReplayInput,
  SendInput,
  UnlockInput,
} from './input.ts'
import type { RejectedRequest, SelfTest } from './knock.ts'
import type { OperationName } from './operations.ts'
import type { ExportQuery, ListQuery, RequestList, WaitQuery } from './request-list.ts'
import type { MarkedRequest, RequestDetail } from './request.ts'
import type { Sending, SendingState, SentEvent } from './sending.ts'
import type { DeliveryList } from './attempts/delivery-list.ts'
import type { EventDetail, EventInfo } from './events/info.ts'
import type { JsonSchema } from './events/schema.ts'
import type { ObservedEvent, ObservedQuery } from './observed/observed-event.ts'
import type { OwnShape } from './own-shape/own-shape.ts'
import type { GoldenComparison } from './scenario/golden.ts'
import type { HistoryQuery, ScenarioInfo } from './scenario/kept.ts'
import type { ScenarioResult } from './scenario/result.ts'
import type { CreatedShare, Share, SharePass, SharedView } from './share/share.ts'

/** Every operation: what goes in beside the parameters of its path, and what comes out. */
export type Api = EachOperation<{
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
}>

/** As many as have an address: one that is left out here is an error. */
type EachOperation<Given extends Record<OperationName, object>> = Pick<Given, OperationName>
