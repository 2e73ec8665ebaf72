import { randomBytes } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createCapture } from './capture/capture.ts'
import { createConnections, type Connections } from './capture/connection.ts'
import { createCaptureLog } from './capture/log.ts'
import { headerOf } from './capture/raw-headers.ts'
import { createRejections } from './capture/rejections.ts'
import type { ConnectionLimits } from './capture/server.ts'
import { createUnparsed } from './capture/unparsed.ts'
import { createWaits } from './capture/waits.ts'
import { createControlPlane } from './control.ts'
import { createEgress } from './egress/egress.ts'
import { Outbox } from './egress/outbox.ts'
import { createOwnRule, type Own } from './egress/own.ts'
import { loopback } from './http/base-url.ts'
import type { Certificate } from './capture/tls.ts'
import type { Address, ControlConfig, Outside } from './http/deps.ts'
import { createHostRule, type HostRule } from './http/hosts.ts'
import { defaultRates, Rates } from './http/rates.ts'
import { basePathFrom, basePathOf } from './http/target.ts'
import type { JudgeThread } from './inspect/judge-thread.ts'
import { createSourceReader } from './inspect/source.ts'
import { createListener } from './listener.ts'
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
  /** Judges requests in another thread; without it all is judged in this one. */
  judging?: Pick<JudgeThread, 'judge'>
  /** Where senders come in, where that is not the main listener. */
  outside?: Outside
  /** Of the main listener, where that speaks TLS. */
  certificate?: Certificate
  now?: () => number
  random?: (bytes: number) => Uint8Array
}

export type App = {
  /** @returns where it listens. @throws the error of the system: `EADDRINUSE` … */
  listen: (port: number) => Promise<Address>
  /** Opens the capture listener as well: bins are sent to there, and nothing else is answered. */
  listenOutside: (port: number, host: string) => Promise<Address>
  /**
   * Stops accepting, ends what waits, lets what is under way finish.
   * @param patience milliseconds after which the rest is cut off
   */
  close: (patience?: number) => Promise<void>
}

/** The whole server: a main listener for everything, and one for captures alone. */
export function createApp({ store, config, log, webRoot, outside, ...sources }: AppDeps): App {
  const { now = Date.now, random = randomBytes } = sources
  const connections = createConnections()
  const rejections = createRejections()
  const steps = createReplySteps()
  const waits = createWaits()
  let address: Address = { host: config.host, port: 0 }
  let outsideAddress: Address | null = null
  let closing = false

  const addresses = () => (outsideAddress === null ? [address] : [address, outsideAddress])
  const egress = egressOf(config, {
    self: () => loopback(address),
    addresses,
    urls: () => [config.publicUrl, outside?.url() ?? null],
  })
  const outbox = new Outbox({ egress, now })
  const rates = ratesOf(config, connections, now)
  const deps = {
    store,
    config,
    now,
    random,
    address: () => address,
    outside,
    judging: sources.judging,
    replySteps: steps,
    rejections,
    rates,
    outbox,
    webRoot,
    log,
  }
  const control = createControlPlane(deps, () => outsideAddress ?? address)
  const basePath = basePathOf(config.publicUrl)
  const capture = createCapture({
    store,
    connections,
    rates,
    plans: { steps, bodyLimit: config.bodyLimit, basePath },
    answers: { waits, timeout: config.replyTimeout, slow: config.slowReply },
    log: createCaptureLog({ log, connections, rejections, now }),
    hasPage: hasPageAt(
      createHostRule(config, () => address),
      connections,
    ),
    now,
  })
  const shared = {
    capture,
    connections,
    unparsed: createUnparsed({ store, connections, rejections, log, now }),
    limits: config.connections,
    isClosing: () => closing,
  }
  const main = createListener({
    ...shared,
    control,
    entrance: { isOutside: false, isTunnelled: false },
    certificate: sources.certificate,
    basePath: () => basePath,
  })
  const captureOnly = createListener({
    ...shared,
    control: control.outside,
    entrance: { isOutside: true, isTunnelled: outside?.believesPeer ?? false },
    basePath: basePathFrom(() => outside?.url() ?? null),
  })

  return {
    async listen(port) {
      address = await main.listen(port, config.host)
      return address
    },

    async listenOutside(port, host) {
      outsideAddress = await captureOnly.listen(port, host)
      return outsideAddress
    },

    async close(patience = 3000) {
      closing = true
      waits.hurry()
      await Promise.all([control.close(), main.close(patience), captureOnly.close(patience)])
      // Bodies that were cut off just now are still on their way to the store.
      while (capture.underWay() > 0) await pause(5)
    },
  }
}

/** The page answers at the main listener, under the names of this server. */
function hasPageAt({ allowsHost }: HostRule, connections: Connections) {
  return ({ socket, rawHeaders }: IncomingMessage): boolean =>
    !connections.of(socket).isOutside &&
    allowsHost(headerOf(rawHeaders, 'host') ?? '', socket.localAddress)
}

function ratesOf({ rates, trustProxy }: AppConfig, connections: Connections, now: () => number) {
  const sourceOf = createSourceReader(trustProxy)
  return new Rates({ ...defaultRates, ...rates }, now, ({ rawHeaders, socket }) => {
    const { peer, isOutside } = connections.of(socket)
    return { ip: sourceOf({ rawHeaders, peer }).ip, isOutside }
  })
}

function egressOf({ forwardTo, forwardToPublic }: AppConfig, own: Own & { self: () => Address }) {
  return createEgress({
    policy: {
      targets: forwardTo.map((target) => new URL(target)),
      anyPublic: forwardToPublic,
      isOwn: createOwnRule(own),
    },
    lookup: (host) => lookup(host, { all: true }),
    self: own.self,
  })
}
