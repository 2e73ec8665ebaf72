import express, { type ErrorRequestHandler } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { routeBins } from './bins/routes.ts'
import type { ControlDeps } from './http/deps.ts'
import { guard } from './http/guard.ts'
import { createHostRule } from './http/hosts.ts'
import { createPage } from './http/page.ts'
import { routePages } from './http/pages.ts'
import { HttpProblem, sendProblem } from './http/problem.ts'
import { refuseOtherMethods } from './http/routes.ts'
import { secure } from './http/security-headers.ts'
import { problemOf } from './http/store-problem.ts'
import { parseTarget } from './http/target.ts'

/** Everything that is not captured: the page, the API and the live stream. */
export type ControlPlane = {
  handle: (req: IncomingMessage, res: ServerResponse) => void
  /** Takes a connection that asks for another protocol. */
  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Tells live readers that the server stops, and lets go of them. */
  close: () => Promise<void>
}

export function createControlPlane(deps: ControlDeps): ControlPlane {
  const rule = createHostRule(deps.config, deps.address)
  const app = createApp(deps)

  return {
    handle(req, res) {
      secure(res)
      try {
        guard(req, rule)
      } catch (error) {
        fail(deps, req, res, error)
        return
      }
      // Proxies send the absolute form; Express routes by path.
      const { path, search } = parseTarget(req.url ?? '/')
      req.url = path + search
      app(req, res)
    },
    upgrade: () => {},
    close: async () => {},
  }
}

function createApp(deps: ControlDeps) {
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.enable('case sensitive routing')
  app.set('query parser', false)
  const page = createPage(deps.webRoot)

  routeBins(app, deps)
  refuseOtherMethods(app)
  routePages(app, page)
  app.use(() => {
    throw new HttpProblem('not-found', 'No page and no operation has this address.')
  })
  const onError: ErrorRequestHandler = (error, req, res, _next) => fail(deps, req, res, error)
  app.use(onError)
  return app
}

/** Sends what went wrong; an answer that has begun can only be cut off. */
function fail(deps: ControlDeps, req: IncomingMessage, res: ServerResponse, error: unknown): void {
  const problem = problemOf(error)
  if (problem.status >= 500) {
    deps.log.error({ err: error, method: req.method, url: req.url }, problem.message)
  }
  if (res.headersSent) res.destroy()
  else sendProblem(req, res, problem)
}
