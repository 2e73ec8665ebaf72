import express, { type ErrorRequestHandler, type Router } from 'express'
import { setMaxListeners } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { routeBins } from './bins/routes.ts'
import { routeDeliveries } from './deliveries/routes.ts'
import { routeDrift } from './drift/routes.ts'
import { routeEvents } from './events/routes.ts'
import { Changes } from './changes/changes.ts'
import { routeChanges } from './changes/routes.ts'
import type { ControlDeps } from './http/deps.ts'
import { routeHealth } from './http/health.ts'
import { hasOwnerKey } from './http/access.ts'
import { guard } from './http/guard.ts'
import { createHostRule } from './http/hosts.ts'
import { createPage, type Page } from './http/page.ts'
import { routePages } from './http/pages.ts'
import { HttpProblem, sendProblem } from './http/problem.ts'
import { observeChanges, refuseOtherMethods } from './http/routes.ts'
import { secure } from './http/security-headers.ts'
import { problemOf } from './http/store-problem.ts'
import { parseTarget } from './http/target.ts'
import { Inspector } from './inspect/inspector.ts'
import { Live } from './live/live.ts'
import type { ControlHandlers } from './listener.ts'
import { createOutside } from './outside.ts'
import { refusePlainLive } from './live/plain.ts'
import type { RequestContext } from './inspect/context.ts'
import { routeInspectLink } from './requests/inspect-link.ts'
import { routeRequests } from './requests/routes.ts'
import { Forwarder } from './replays/forwarder.ts'
import { Playbacks } from './replays/playbacks.ts'
import { routeReplays } from './replays/routes.ts'
import { listScenarios } from './scenarios/list.ts'
import { routeScenarios } from './scenarios/routes.ts'
import { Runs } from './scenarios/runs.ts'
import { routeSelfTest } from './self-test/routes.ts'
import { routeShapes } from './shapes/routes.ts'
import { ShareRecords } from './shares/records.ts'
import { routeShares } from './shares/routes.ts'
import { routeSharedScenarios } from './shares/scenario-routes.ts'
import type { Serve } from './shares/view.ts'
import { SharedViews, tokenOf } from './shares/views.ts'

/** Everything that is not captured: the page, the API and the live stream. */
export type ControlPlane = ControlHandlers & {
  /** The part of it that the capture listener has: shares, or nothing. */
  outside: ControlHandlers
  /** Tells live readers that the server stops, and lets go of them. */
  close: () => Promise<void>
}

export function createControlPlane(
  deps: ControlDeps,
  outsideAddress: () => { port: number },
): ControlPlane {
  const rule = createHostRule(deps.config, deps.address)
  const page = createPage(deps.webRoot)
  const inspector = new Inspector(deps)
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  const replays = { forwarder: new Forwarder(deps), playbacks: new Playbacks(deps) }
  const changes = new Changes(deps)
  const runs = new Runs(deps, inspector)
  const records = new ShareRecords(deps, (bin, subject) =>
    changes.note(bin, { what: 'openShare', by: 'share', subject }),
  )
  const views: SharedViews = new SharedViews({
    deps,
    inspector,
    records,
    scenarios: {
      list: (bin) => listScenarios(deps, runs, bin),
      watch: (bin, tell) => runs.watch(bin, tell),
    },
    serve: { whole: (req, res) => app(req, res), over: serveView(page) },
  })
  const live = new Live({ deps, inspector, views, runs })
  deps.outside?.watch(() => live.tellBins())
  const context = { deps, inspector, closing: closing.signal }
  const app = createApp(context, page, (router) => {
    observeChanges(router, changes.observe)
    routeChanges(router, deps)
    routeReplays(router, deps, replays)
    routeSelfTest(router, deps, fetch)
    routeScenarios(router, context, runs)
    routeShares(router, deps, records, views)
  })

  return {
    handle(req, res) {
      secure(res)
      try {
        guard(req, rule)
        checkGuessing(deps, req)
      } catch (error) {
        fail(deps, req, res, error)
        return
      }
      // Proxies send the absolute form; Express routes by path.
      const { path, search } = parseTarget(req.url ?? '/')
      req.url = path + search
      const token = tokenOf(req)
      if (token) views.handle(token, req, res).catch((error) => fail(deps, req, res, error))
      else app(req, res)
    },

    upgrade: (req, socket, head) => live.upgrade(req, socket, head, { rule }),

    outside: createOutside({
      deps,
      address: outsideAddress,
      page,
      files: app,
      shares: (token, req, res) => views.handle(token, req, res),
      live: (req, socket, head, rule) => live.upgrade(req, socket, head, { rule, onlyViews: true }),
      fail: (req, res, error) => fail(deps, req, res, error),
    }),

    async close() {
      closing.abort()
      views.close()
      await Promise.all([live.close(), replays.forwarder.close(), replays.playbacks.close()])
    },
  }
}

/** The operations over what a share shows, and the runs of its scenarios. */
function serveView(page: Page): Serve['over'] {
  return (context, scenarios) => {
    if (scenarios) {
      const handle = createApp(context, page, (router) => routeSharedScenarios(router, scenarios))
      return { handle, runs: { watch: (_, tell) => scenarios.watch(tell) } }
    }
    const runs = new Runs(context.deps, context.inspector)
    const handle = createApp(context, page, (router) => routeScenarios(router, context, runs))
    return { handle, runs }
  }
}

/** @param more operations of the whole server, which no share has */
function createApp(context: RequestContext, page: Page, more: (router: Router) => void) {
  const { deps, inspector } = context
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.enable('case sensitive routing')
  app.set('query parser', false)

  routeHealth(app, deps)
  routeBins(app, deps)
  routeRequests(app, context)
  routeEvents(app, deps)
  routeDrift(app, deps, inspector)
  routeDeliveries(app, deps, inspector)
  routeShapes(app, deps, inspector)
  more(app)
  refusePlainLive(app)
  refuseOtherMethods(app)
  routeInspectLink(app, context, page)
  routePages(app, page)
  app.use(() => {
    throw new HttpProblem('not-found', 'No page and no operation has this address.')
  })
  const onError: ErrorRequestHandler = (error, req, res, _next) => fail(deps, req, res, error)
  app.use(onError)
  return app
}

/** Who has the key or a share need not guess, whatever others at the same address do. */
function checkGuessing({ rates, store }: ControlDeps, req: IncomingMessage): void {
  const id = /^\/(?:api\/bins|bin)\/([^/]+)/.exec(parseTarget(req.url ?? '/').path)?.[1]
  if (id === undefined || tokenOf(req) || hasOwnerKey(req, store.bins.get(id))) return
  rates.checkGuessing(req)
}

/** A problem, and the count of those that come from guessing. */
function countedProblem({ rates }: ControlDeps, req: IncomingMessage, error: unknown): HttpProblem {
  const problem = problemOf(error)
  if (problem.code !== 'bin-not-found' && problem.code !== 'share-ended') return problem
  try {
    rates.unknownBin(req)
    return problem
  } catch (tooMany) {
    return problemOf(tooMany)
  }
}

/** Sends what went wrong; an answer that has begun can only be cut off. */
function fail(deps: ControlDeps, req: IncomingMessage, res: ServerResponse, error: unknown): void {
  const problem = countedProblem(deps, req, error)
  if (problem.status >= 500 && !isGoneAway(error)) {
    // Not the query: searches hold personal data.
    const { path } = parseTarget(req.url ?? '/')
    deps.log.error({ err: error, method: req.method, path }, problem.message)
  }
  if (res.headersSent) res.destroy()
  else sendProblem(req, res, problem)
}

const goneAway = new Set<unknown>(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'])

/** Whether all that happened is that the asker did not wait for the answer. */
function isGoneAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && goneAway.has(error.code)
}
