import { useCallback, useEffect, useState } from 'react'
import type { ScenarioInfo } from '../../shared/scenario/kept.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { BinState } from '../model/bin-state.ts'
import { problemOf } from '../model/problems.ts'
import { usePart } from '../ui/use-store.ts'
import type { ScenarioCalls } from './scenario-calls.ts'

export type Scenarios = {
  /** `null` until they are read. */
  list: readonly ScenarioInfo[] | null
  failure: string | null
  /** Reads them again, after a change of one's own. */
  refresh: () => Promise<void>
}

type Read = Omit<Scenarios, 'refresh'>

/** The scenarios of a bin, read when they change, their results as the stream tells them. */
export function useScenarios(session: BinSession, calls: ScenarioCalls): Scenarios {
  const outcomes = usePart(session.state, ({ outcomes }) => outcomes)
  const [read, setRead] = useState<Read>({ list: null, failure: null })
  useEffect(() => followScenarios(session, calls, setRead), [session, calls])
  const refresh = useCallback(async () => setRead(await readScenarios(calls)), [calls])
  const list = read.list?.map((info) => withOutcome(info, outcomes)) ?? null
  return { list, failure: read.failure, refresh }
}

/** Reads them now, and whenever they have changed. @returns stops it */
function followScenarios(
  { state }: BinSession,
  calls: ScenarioCalls,
  tell: (read: Read) => void,
): () => void {
  let isStopped = false
  const readOnce = async () => {
    const read = await readScenarios(calls)
    if (!isStopped) tell(read)
  }
  let known = state.get().bin?.scenariosRevision
  const unsubscribe = state.subscribe(() => {
    const revision = state.get().bin?.scenariosRevision
    if (revision === known) return
    known = revision
    void readOnce()
  })
  void readOnce()
  return () => {
    isStopped = true
    unsubscribe()
  }
}

async function readScenarios(calls: ScenarioCalls): Promise<Read> {
  try {
    return { list: await calls.list(), failure: null }
  } catch (error) {
    return { list: null, failure: problemOf(error).message }
  }
}

/** The later of what was read and what the stream has told. */
function withOutcome(info: ScenarioInfo, outcomes: BinState['outcomes']): ScenarioInfo {
  const told = outcomes.get(info.id)
  if (!told || told.run.startedAt !== info.run?.startedAt) return info
  const isLater = told.run.endedAt !== null || info.run.endedAt === null
  return isLater && told.result.upTo >= (info.result?.upTo ?? 0) ? { ...info, ...told } : info
}
