import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Capture } from './capture/capture.ts'
import type { Connections, Entrance } from './capture/connection.ts'
import { routeOf } from './capture/gate.ts'
import { headerOf } from './capture/raw-headers.ts'
import { refusals } from './capture/refusals.ts'
import { closeServer, createHttpServer, type ConnectionLimits } from './capture/server.ts'
import type { Unparsed } from './capture/unparsed.ts'
import { readAsPlain } from './capture/upgrade.ts'
import type { Certificate } from './capture/tls.ts'
import type { Address } from './http/deps.ts'
import { parseTarget, withoutBase } from './http/target.ts'

/** What takes everything that is not captured. */
export type ControlHandlers = {
  handle: (req: IncomingMessage, res: ServerResponse) => void
  /** Takes a connection that asks for a live stream. */
  upgrade: (req: IncomingMessage, socket: Socket, head: Buffer) => void
}

export type ListenerDeps = {
  capture: Capture
  control: ControlHandlers
  unparsed: Unparsed
  connections: Connections
  limits: ConnectionLimits
  entrance: Entrance
  /** It speaks TLS. */
  certificate?: Certificate | undefined
  /** Path under which a proxy shows this listener. */
  basePath: () => string
  /** Whether connections are to end with their reply. */
  isClosing: () => boolean
}

/** A port at which both planes are reached. */
export type Listener = {
  /** @returns where it listens. @throws the error of the system: `EADDRINUSE` … */
  listen: (port: number, host: string) => Promise<Address>
  /** @param patience milliseconds after which what is under way is cut off */
  close: (patience: number) => Promise<void>
}

const livePath = /^\/api\/bins\/[^/]+\/live$/

/** Puts both planes on one server: what is sent to a bin is captured, everything else is control. */
export function createListener(deps: ListenerDeps): Listener {
  const { capture, control, unparsed, connections, basePath, isClosing, certificate } = deps

  function onRequest(req: IncomingMessage, res: ServerResponse): void {
    connections.begin(req, res)
    if (isClosing()) res.shouldKeepAlive = false
    const base = basePath()
    req.url = withoutBase(req.url ?? '', base)
    const { method = '', url } = req
    if (lacksHost(req)) unparsed.refuse(req, res, refusals.hostMissing)
    else if (url === '*' && method === 'OPTIONS') res.writeHead(204).end()
    else if (url === '' || url.startsWith('?'))
      res.writeHead(308, { Location: `${base}/${url}` }).end()
    else {
      const route = routeOf(method, url)
      if (route.plane === 'capture') capture.handle(req, res, route)
      else control.handle(req, res)
    }
  }

  const server = createHttpServer(
    {
      request: onRequest,
      expectation(req, res) {
        connections.begin(req, res)
        unparsed.refuse(req, res, lacksHost(req) ? refusals.hostMissing : refusals.expectation)
      },
      connect: (req) => unparsed.refuseSocket(req, refusals.connect),
      upgrade(req, rest) {
        const target = withoutBase(req.url ?? '', basePath())
        if (!isLive(req, target)) {
          const again = () => server.emit(opened, req.socket)
          readAsPlain(again, req, rest, connections.of(req.socket))
          return
        }
        req.url = target
        control.upgrade(req, req.socket, rest)
      },
      error: unparsed.fail,
    },
    deps.limits,
    certificate && { certificate, refusePlain: unparsed.refusePlain },
  )
  const opened = certificate ? 'secureConnection' : 'connection'
  server.prependListener(opened, (socket: Socket) => connections.open(socket, deps.entrance))

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          // An http.Server that listens on a port has an address with one.
          const { port: found } = server.address() as AddressInfo
          resolve({ host, port: found, ...(certificate && { isSecure: true }) })
        })
      }),
    close: (patience) => closeServer(server, patience),
  }
}

function lacksHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  return httpVersion === '1.1' && headerOf(rawHeaders, 'host') === undefined
}

function isLive({ rawHeaders }: IncomingMessage, target: string): boolean {
  const protocol = headerOf(rawHeaders, 'upgrade')?.toLowerCase()
  return protocol === 'websocket' && livePath.test(parseTarget(target).path)
}
