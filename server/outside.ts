import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ShareToken } from '../shared/share/share.ts'
import type { ControlDeps } from './http/deps.ts'
import { guard } from './http/guard.ts'
import { createHostRule, type HostRule } from './http/hosts.ts'
import type { Page } from './http/page.ts'
import { HttpProblem, sendProblem } from './http/problem.ts'
import { refuseUpgrade } from './http/refuse-upgrade.ts'
import { secure } from './http/security-headers.ts'
import { parseTarget } from './http/target.ts'
import type { ControlHandlers } from './listener.ts'
import { tokenOf } from './shares/views.ts'

type Handler = (req: IncomingMessage, res: ServerResponse) => void

type OutsideDeps = {
  deps: ControlDeps
  /** Where the capture listener listens. */
  address: () => { port: number }
  page: Page
  /** Serves what else there is to the page. */
  files: Handler
  /** Serves who has the token of a share. */
  shares: (token: ShareToken, req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Opens the live stream of a share. */
  live: (req: IncomingMessage, socket: Socket, head: Buffer, rule: HostRule) => void
  fail: (req: IncomingMessage, res: ServerResponse, error: unknown) => void
}

/** What the page of a share is made of; none of it tells anything of a bin. */
const pagePath = /^\/(?:share|icon\.svg|robots\.txt|favicon\.ico|assets\/[\w.-]+)$/

const nothing = new HttpProblem(
  'not-found',
  'Bins are sent to here, and nothing else. They are looked at where the server runs.',
  { isOutside: true },
)

/**
 * What is answered at the capture listener to all that is not captured. Named here is what there is,
 * so that an operation that is added later is not there by itself.
 */
export function createOutside({
  deps,
  address,
  page,
  files,
  shares,
  live,
  fail,
}: OutsideDeps): ControlHandlers {
  const { outside, config } = deps
  const rule = () => {
    const shown = outside?.url() ?? null
    return createHostRule({ ...config, ...(shown !== null && { publicUrl: shown }) }, address)
  }

  function handle(req: IncomingMessage, res: ServerResponse): void {
    const { path, search } = parseTarget(req.url ?? '/')
    const isPage = pagePath.test(path) && (req.method === 'GET' || req.method === 'HEAD')
    const token = path.startsWith('/api/') ? tokenOf(req) : null
    if (!outside?.hasShares || !(isPage || token)) {
      sendProblem(req, res, nothing)
      return
    }
    secure(res)
    try {
      guard(req, rule())
      req.url = path + search
      if (token) shares(token, req, res).catch((error) => fail(req, res, error))
      else if (path === '/share') page.send(req, res, { hasHome: false })
      else files(req, res)
    } catch (error) {
      fail(req, res, error)
    }
  }

  return {
    handle,
    upgrade(req, socket, head) {
      if (outside?.hasShares) live(req, socket, head, rule())
      else refuseUpgrade(req, socket, nothing)
    },
  }
}
