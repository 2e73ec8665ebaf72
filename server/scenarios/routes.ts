import type { Router } from 'express'
import { compareGolden, type Golden } from '../../shared/scenario/golden.ts'
import type { KeptRun, KeptScenario } from '../../shared/scenario/kept.ts'
import { scenarioSchema } from '../../shared/scenario/schema.ts'
import { binToChange, binToRead, type RequestContext } from '../inspect/context.ts'
import { HttpProblem } from '../http/problem.ts'
import { integerFrom } from '../http/query.ts'
import { route } from '../http/routes.ts'
import type { BinRecord } from '../store/store.ts'
import { ScenarioCatalogue } from './catalogue.ts'
import { checkScenario } from './check.ts'
import { judgeHistory, recordGolden } from './history.ts'
import { listScenarios } from './list.ts'
import { readText, scenarioOf } from './parsed.ts'
import type { Runs } from './runs.ts'
import { viewScenario } from './view.ts'

/** Characters of a golden run as JSON: it stands in the catalogue. */
const longestGolden = 256 * 1024

/** Scenarios of a bin: kept, armed, judged, compared with a golden run. */
export function routeScenarios(router: Router, context: RequestContext, runs: Runs): void {
  // One for all, since it lets the changes of a bin wait for each other.
  const parts = { context, runs, catalogue: new ScenarioCatalogue(context.deps) }
  routeKept(router, parts)
  routeRuns(router, parts)
  routeGolden(router, parts)
}

type Parts = { context: RequestContext; runs: Runs; catalogue: ScenarioCatalogue }

async function view(runs: Runs, bin: BinRecord, kept: KeptScenario) {
  return viewScenario(kept, kept.run && (await runs.result(bin.id, kept.id)))
}

function routeKept(router: Router, { context, runs, catalogue }: Parts): void {
  route(router, 'readScenarioSchema', () => scenarioSchema())

  route(router, 'listScenarios', async (call) => {
    const bin = binToRead(context, call)
    return { scenarios: await listScenarios(context.deps, runs, bin.id) }
  })

  route(router, 'createScenario', async (call) => {
    const bin = binToChange(context, call)
    const { text, arm = false } = await call.body()
    readText(text)
    const run = arm ? newRun(context, bin) : null
    return view(runs, bin, await catalogue.create(bin, { text, run, golden: null }))
  })

  route(router, 'readScenario', (call) => {
    const bin = binToRead(context, call)
    return view(runs, bin, catalogue.find(bin, call.params.scenario))
  })

  route(router, 'changeScenario', async (call) => {
    const bin = binToChange(context, call)
    const { text } = await call.body()
    readText(text)
    return view(runs, bin, await catalogue.change(bin, call.params.scenario, () => ({ text })))
  })

  route(router, 'deleteScenario', async (call) => {
    const bin = binToChange(context, call)
    await catalogue.delete(bin, call.params.scenario)
    return undefined
  })
}

function routeRuns(router: Router, { context, runs, catalogue }: Parts): void {
  route(router, 'checkScenario', async (call) =>
    checkScenario(context, binToRead(context, call), await call.body(), call.res),
  )

  route(router, 'armScenario', async (call) => {
    const bin = binToChange(context, call)
    const run = newRun(context, bin)
    return view(runs, bin, await catalogue.change(bin, call.params.scenario, () => ({ run })))
  })

  route(router, 'disarmScenario', async (call) => {
    const bin = binToChange(context, call)
    const upTo = context.deps.store.state(bin.id)?.latest ?? 0
    const endedAt = context.deps.now()
    const end = (run: KeptRun | null) => (run?.endedAt === null ? { ...run, endedAt, upTo } : run)
    const kept = await catalogue.change(bin, call.params.scenario, ({ run }) => ({ run: end(run) }))
    return view(runs, bin, kept)
  })

  route(router, 'replayScenario', async (call) => {
    const bin = binToRead(context, call)
    const scenario = scenarioOf(catalogue.find(bin, call.params.scenario))
    if (!scenario)
      throw new HttpProblem('invalid-scenario', 'This scenario cannot be read any more.')
    const after = integerFrom(call.query, 'after', { min: 0 }) ?? 0
    const upTo = integerFrom(call.query, 'upTo', { min: 0 }) ?? null
    return judgeHistory(context, bin, scenario, { after, upTo })
  })
}

function routeGolden(router: Router, { context, runs, catalogue }: Parts): void {
  route(router, 'saveGolden', async (call) => {
    const bin = binToChange(context, call)
    const golden = await goldenOf(catalogue.find(bin, call.params.scenario), bin)
    return view(runs, bin, await catalogue.change(bin, call.params.scenario, () => ({ golden })))
  })

  route(router, 'deleteGolden', async (call) => {
    const bin = binToChange(context, call)
    const change = () => ({ golden: null })
    return view(runs, bin, await catalogue.change(bin, call.params.scenario, change))
  })

  route(router, 'compareGolden', async (call) => {
    const bin = binToRead(context, call)
    const { id, golden, run } = catalogue.find(bin, call.params.scenario)
    if (!golden || !run) throw noRun('No golden run is saved, or none has been made since.')
    const result = await runs.result(bin.id, id)
    return compareGolden(golden, await recordGolden(context, bin, run, result?.contact ?? null))
  })

  async function goldenOf({ id, run }: KeptScenario, bin: BinRecord): Promise<Golden> {
    const result = await runs.result(bin.id, id)
    if (!run || result?.state !== 'passed') throw noRun('Only a run that has passed can be saved.')
    const requests = await recordGolden(context, bin, run, result.contact)
    if (JSON.stringify(requests).length <= longestGolden) {
      return { savedAt: context.deps.now(), requests }
    }
    throw noRun(`This run has more to keep than ${longestGolden} characters.`)
  }
}

function noRun(detail: string): HttpProblem {
  return new HttpProblem('no-golden-run', detail)
}

/** A run that begins now, with the next request. */
function newRun({ deps }: RequestContext, bin: BinRecord): KeptRun {
  const after = deps.store.state(bin.id)?.latest ?? 0
  return { startedAt: deps.now(), after, endedAt: null, upTo: null }
}
