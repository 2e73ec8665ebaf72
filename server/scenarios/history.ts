import { judgeRun } from '../../shared/scenario/evaluate.ts'
import { GoldenRecorder } from '../../shared/scenario/golden-recorder.ts'
import type { GoldenRequest } from '../../shared/scenario/golden.ts'
import type { KeptRun } from '../../shared/scenario/kept.ts'
import type { ScenarioResult } from '../../shared/scenario/result.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { Timeline } from '../../shared/scenario/timeline.ts'
import type { RequestContext } from '../inspect/context.ts'
import type { BinRecord } from '../store/store.ts'

type Part = { after: number; upTo: number | null }

/** What a scenario says of the requests that are held. */
export async function judgeHistory(
  context: RequestContext,
  bin: BinRecord,
  scenario: Scenario,
  part: Part,
): Promise<ScenarioResult> {
  const timeline = new Timeline([scenario])
  for await (const subject of subjectsOf(context, bin, part)) timeline.add(subject)
  const now = context.deps.now()
  return judgeRun(scenario, timeline, { startedAt: null, ...part, now, isOver: true })
}

/** What a golden run keeps of a run. */
export async function recordGolden(
  context: RequestContext,
  bin: BinRecord,
  run: KeptRun,
  contact: string | null,
): Promise<GoldenRequest[]> {
  const recorder = new GoldenRecorder(contact)
  for await (const subject of subjectsOf(context, bin, run)) recorder.add(subject)
  return recorder.requests()
}

async function* subjectsOf({ inspector }: RequestContext, bin: BinRecord, part: Part) {
  const before = part.upTo === null ? undefined : part.upTo + 1
  const range = { after: part.after, before, order: 'asc' } as const
  for await (const entry of inspector.entries(bin.id, range)) yield await inspector.subject(entry)
}
