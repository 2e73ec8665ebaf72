import type { Bin } from '../../shared/bin.ts'
import type { ConnectionState } from './connection.ts'
import { emptyInbox, type Inbox } from './inbox.ts'
import type { Failure } from './problems.ts'
import type { ScenarioRun } from '../../shared/scenario/kept.ts'
import type { ScenarioResult } from '../../shared/scenario/result.ts'

/** All that the page shows of a bin, except the request that is open. */
export type BinState = {
  bin: Bin | null
  /** Why the bin cannot be shown. */
  failure: Failure | null
  connection: ConnectionState
  inbox: Inbox
  /** Highest `seq` that the live stream has told of. */
  heard: number
  loading: 'page' | 'older' | null
  /** Search that the rows are the answer to; empty: all. */
  q: string
  /** Who else looks just now, as far as they tell. */
  viewers: { others: number; names: readonly string[] }
  /** Why there is no answer to it. */
  searchFailure: Failure | null
  /** What the stream told last of the runs of scenarios, by their ids. */
  outcomes: ReadonlyMap<string, { run: ScenarioRun; result: ScenarioResult }>
}

export const firstState: BinState = {
  bin: null,
  failure: null,
  connection: { status: 'connecting' },
  inbox: emptyInbox,
  heard: 0,
  loading: 'page',
  q: '',
  searchFailure: null,
  viewers: { others: 0, names: [] },
  outcomes: new Map(),
}
