import { randomBytes } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createCapture } from './capture/capture.ts'
import { createConnections } from './capture/connection.ts'
import { routeOf } from './capture/gate.ts'
import { createCaptureLog } from './capture/log.ts'
import { headerOf } from './capture/raw-headers.ts'
import { refusals } from './capture/refusals.ts'
import { createRejections } from './capture/rejections.ts'
import { closeServer, createHttpServer, type ConnectionLimits } from './capture/server.ts'
import { createUnparsed } from './capture/unparsed.ts'
import { readAsPlain } from './capture/upgrade.ts'
import { createWaits } from './capture/waits.ts'
import { createControlPlane } from './control.ts'
import { createEgress } from './egress/egress.ts'
import { Outbox } from './egress/outbox.ts'
import { createOwnRule } from './egress/own.ts'
import { loopback } from './http/base-url.ts'
import type { ControlConfig } from './http/deps.ts'
import { defaultRates, Rates } from './http/rates.ts'
import { parseTarget } from './http/target.ts'
import { createSourceReader } from './inspect/source.ts'
import { createReplySteps } from './replies/steps.ts'
import type { Store } from './store/store.ts'

export type AppConfig = ControlConfig & {
  /** Bytes of a body that are kept. */
  bodyLimit: number
  /** Milliseconds that a `timeout` reply keeps the sender waiting. */
  replyTimeout: number
  /** Milliseconds that a `slow` reply takes. */
  slowReply: number
  connections: ConnectionLimits
  /** Addresses that replays and forwards may go to, whatever their network. */
  forwardTo: readonly string[]
  /** Whether they may go to any address of the public internet. */
  forwardToPublic: boolean
}

export type AppDeps = {
  store: Store
  config: AppConfig
  log: Logger
  /** Folder of the built page. */
  webRoot: string
  now?: () => number
  random?: (bytes: number) => Uint8Array
}

export type Address = { host: string; port: number }

export type App = {
  /** @returns where it listens. @throws the error of the system: `EADDRINUSE` … */
  listen: (port: number) => Promise<Address>
  /**
   * Stops accepting, ends what waits, lets what is under way finish.
   * @param patience milliseconds after which the rest is cut off
   */
  close: (patience?: number) => Promise<void>
}

const livePath = /^\/api\/bins\/[^/]+\/live$/

/** Puts both planes on one server: what is sent to a bin is captured, everything else is control. */
export function createApp({ store, config, log, webRoot, ...sources }: AppDeps): App {
  const { now = Date.now, random = randomBytes } = sources
  const connections = createConnections()
  const rejections = createRejections()
  const steps = createReplySteps()
  const waits = createWaits()
  let address = { host: config.host, port: 0 }
  let closing = false

  const rates = ratesOf(config, now)
  const outbox = new Outbox({ egress: egressOf(config, () => address), now })
  const control = createControlPlane({
    store,
    config,
    now,
    random,
    address: () => address,
    replySteps: steps,
    rejections,
    rates,
    outbox,
    webRoot,
    log,
  })
  const unparsed = createUnparsed({ store, connections, rejections, log, now })
  const capture = createCapture({
    store,
    connections,
    rates,
    plans: { steps, bodyLimit: config.bodyLimit, basePath: pathOf(config.publicUrl) },
    answers: { waits, timeout: config.replyTimeout, slow: config.slowReply },
    log: createCaptureLog({ log, connections, rejections, now }),
    now,
  })

  function onRequest(req: IncomingMessage, res: ServerResponse): void {
    const { method = '', url = '' } = req
    connections.begin(req, res)
    if (closing) res.shouldKeepAlive = false
    if (lacksHost(req)) unparsed.refuse(req, res, refusals.hostMissing)
    else if (url === '*' && method === 'OPTIONS') res.writeHead(204).end()
    else {
      const route = routeOf(method, url)
      if (route.plane === 'capture') capture.handle(req, res, route)
      else control.handle(req, res)
    }
  }

  const server: Server = createHttpServer(
    {
      request: onRequest,
      expectation(req, res) {
        connections.begin(req, res)
        unparsed.refuse(req, res, lacksHost(req) ? refusals.hostMissing : refusals.expectation)
      },
      connect: (req) => unparsed.refuseSocket(req, refusals.connect),
      upgrade(req, rest) {
        if (isLive(req)) control.upgrade(req, req.socket, rest)
        else readAsPlain(server, req, rest, connections.of(req.socket))
      },
      error: unparsed.fail,
    },
    config.connections,
  )

  return {
    async listen(port) {
      address = await listen(server, port, config.host)
      return address
    },

    async close(patience = 3000) {
      closing = true
      waits.hurry()
      await Promise.all([control.close(), closeServer(server, patience)])
      // Bodies that were cut off just now are still on their way to the store.
      while (capture.underWay() > 0) await pause(5)
    },
  }
}

function ratesOf({ rates, trustProxy }: AppConfig, now: () => number): Rates {
  const sourceOf = createSourceReader(trustProxy)
  return new Rates({ ...defaultRates, ...rates }, now, ({ rawHeaders, socket }) => {
    const peer = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 }
    return sourceOf({ rawHeaders, peer }).ip
  })
}

function egressOf(config: AppConfig, address: () => Address) {
  const { publicUrl, forwardTo, forwardToPublic } = config
  return createEgress({
    policy: {
      targets: forwardTo.map((target) => new URL(target)),
      anyPublic: forwardToPublic,
      isOwn: createOwnRule({ address, publicUrl }),
    },
    lookup: (host) => lookup(host, { all: true }),
    self: () => loopback(address()),
  })
}

function listen(server: Server, port: number, host: string): Promise<Address> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      // An http.Server that listens on a port has an address with one.
      resolve({ host, port: (server.address() as AddressInfo).port })
    })
  })
}

function lacksHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  return httpVersion === '1.1' && headerOf(rawHeaders, 'host') === undefined
}

function isLive({ url = '', rawHeaders }: IncomingMessage): boolean {
  const protocol = headerOf(rawHeaders, 'upgrade')?.toLowerCase()
  return protocol === 'websocket' && livePath.test(parseTarget(url).path)
}

/** Path of the public address, under which a proxy shows this server. */
function pathOf(publicUrl: string | null): string {
  return publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '')
}
