import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { CheckScenarioInput } from '../../shared/input.ts'
import { judgeRun } from '../../shared/scenario/evaluate.ts'
import type { ScenarioResult } from '../../shared/scenario/result.ts'
import { Timeline } from '../../shared/scenario/timeline.ts'
import { findBin } from '../http/access.ts'
import type { RequestContext } from '../inspect/context.ts'
import { createLimit } from '../http/limit.ts'
import { HttpProblem } from '../http/problem.ts'
import { createBell } from '../inspect/bell.ts'
import type { BinRecord } from '../store/store.ts'
import { judgeHistory } from './history.ts'
import { readText } from './parsed.ts'

/**
 * Judges a scenario that is not kept: over what is there, or until it is decided or the time is over.
 * @throws HttpProblem `invalid-scenario`, `bin-not-found`, `shutting-down`
 */
export async function checkScenario(
  context: RequestContext,
  bin: BinRecord,
  { text, after = 0, timeout = 0 }: CheckScenarioInput,
  res: ServerResponse,
): Promise<ScenarioResult> {
  const scenario = readText(text)
  if (timeout === 0) return judgeHistory(context, bin, scenario, { after, upTo: null })
  const { deps, closing, inspector } = context
  const began = deps.now()
  const limit = createLimit(timeout, res, closing)
  const bell = createBell(deps.store, bin.id, limit.signal)
  const timeline = new Timeline([scenario])
  try {
    for (;;) {
      const isOver = limit.signal.aborted
      const range = { after: Math.max(after, timeline.upTo), order: 'asc' } as const
      for await (const entry of inspector.entries(bin.id, range)) {
        timeline.add(await inspector.subject(entry))
      }
      findBin(deps.store.bins, bin.id)
      const startedAt = Math.min(began, timeline.first?.receivedAt ?? Infinity)
      const run = { startedAt, after, upTo: null, now: deps.now(), isOver }
      const result = judgeRun(scenario, timeline, run)
      if (closing.aborted)
        throw new HttpProblem('shutting-down', 'The server stops: ask again later.')
      if (result.state !== 'waiting' || isOver) return result
      await Promise.race([bell.rung(), ...untilDeadline(result, deps.now(), limit.signal)])
    }
  } finally {
    bell.remove()
    limit.remove()
  }
}

/** Until a step is decided by time alone. */
function untilDeadline(
  { nextDeadline }: ScenarioResult,
  now: number,
  signal: AbortSignal,
): Promise<unknown>[] {
  if (nextDeadline === null) return []
  const wait = Math.max(0, Date.parse(nextDeadline) + 1 - now)
  // Every wait ends long before a timer can overflow.
  return [pause(Math.min(wait, 120_000), undefined, { signal }).catch(() => {})]
}
