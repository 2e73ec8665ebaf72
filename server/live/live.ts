import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import type { ControlDeps } from '../http/deps.ts'
import { guard } from '../http/guard.ts'
import type { HostRule } from '../http/hosts.ts'
import { HttpProblem } from '../http/problem.ts'
import { integerFrom } from '../http/query.ts'
import { refuseUpgrade } from '../http/refuse-upgrade.ts'
import { problemOf } from '../http/store-problem.ts'
import { parseTarget, queryOf } from '../http/target.ts'
import type { Inspector } from '../inspect/inspector.ts'
import type { BinRecord } from '../store/store.ts'
import { awaitAuth, ownerCheck } from './auth.ts'
import { Feed, type FeedSources, type RunOutcomes } from './feed.ts'
import { createHeartbeat } from './heartbeat.ts'
import { Presence, type Guest } from './presence.ts'
import { closeCodes, Reader } from './reader.ts'

const livePath = /^\/api\/bins\/([^/]+)\/live$/
const maxMessage = 64 * 1024

/** A bin as it is shown to some, who each show a token for it first. */
export type LiveView = {
  deps: ControlDeps
  inspector: Inspector
  runs: RunOutcomes
  /** Id of the bin itself. */
  bin: string
  /** Ends the stream with the view. @returns stops that */
  hold: (end: () => void) => () => void
}

/** Other ways to see bins than by their ids, under ids of their own. */
export type LiveViews = {
  has: (id: string) => boolean
  /** `null` where the token is none (any more) of this view. */
  admit: (id: string, token: string) => Promise<LiveView | null>
}

/** What a connection asks for. */
type Asked = { id: string; after: number | null; guest: Guest }
type Streamed = Pick<LiveView, 'deps' | 'inspector' | 'runs'> & { bin?: string }

/** `bin`: `undefined` where none has this id, or where there are views only. */
type Target = { id: string; after: number | null; bin: BinRecord | undefined }

type LiveSources = {
  deps: ControlDeps
  inspector: Inspector
  views: LiveViews
  runs: RunOutcomes
}

/** The live streams of all bins. */
export class Live {
  readonly #deps: ControlDeps
  readonly #inspector: Inspector
  readonly #views: LiveViews
  readonly #runs: RunOutcomes
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: maxMessage })
  readonly #feeds = new Map<string, Feed>()
  readonly #presence = new Presence()
  readonly #heartbeat = createHeartbeat()
  readonly #sockets = new Map<string, number>()

  constructor({ deps, inspector, views, runs }: LiveSources) {
    this.#views = views
    this.#runs = runs
    this.#deps = deps
    this.#inspector = inspector
  }

  /**
   * Takes a connection over, or refuses it with a problem document.
   * @param from who may ask; `onlyViews`: there are no bins, only other ways to see them
   */
  upgrade(
    req: IncomingMessage,
    socket: Socket,
    head: Buffer,
    { rule, onlyViews = false }: { rule: HostRule; onlyViews?: boolean },
  ): void {
    try {
      const { id, after } = this.#check(req, rule)
      const bin = onlyViews ? undefined : this.#deps.store.bins.get(id)
      if (!this.#views.has(id) && !bin) this.#deps.rates.unknownBin(req)
      this.#server.handleUpgrade(req, socket, head, (ws) =>
        this.#admit(ws, socket, { id, after, bin }),
      )
    } catch (error) {
      refuseUpgrade(req, socket, problemOf(error))
    }
  }

  /** Tells every reader its bin anew. */
  tellBins(): void {
    for (const feed of this.#feeds.values()) feed.tellBin()
  }

  /** Tells every reader that the server starts anew, and waits a moment for them to go. */
  async close(): Promise<void> {
    this.#heartbeat.stop()
    this.#presence.close()
    for (const socket of this.#server.clients) socket.close(closeCodes.restart, 'shutting-down')
    const gone = new Promise((resolve) => this.#server.close(resolve))
    const patience = setTimeout(() => {
      for (const socket of this.#server.clients) socket.terminate()
    }, 500)
    await gone
    clearTimeout(patience)
  }

  #check(req: IncomingMessage, rule: HostRule) {
    guard(req, rule)
    const id = livePath.exec(parseTarget(req.url ?? '/').path)?.[1]
    if (id === undefined) throw new HttpProblem('not-found', 'There is no live stream here.')
    if (!this.#views.has(id)) this.#deps.rates.checkGuessing(req)
    const limit = this.#deps.config.maxSocketsPerAddress
    if ((this.#sockets.get(addressOf(req.socket)) ?? 0) >= limit) {
      throw new HttpProblem('too-many-requests', `At most ${limit} live streams an address.`)
    }
    return { id, after: integerFrom(queryOf(req), 'after', { min: 0 }) ?? null }
  }

  #admit(ws: WebSocket, socket: Socket, { id, after, bin }: Target): void {
    this.#count(ws, socket)
    const guest = this.#presence.receive(ws)
    ws.on('error', (error) => this.#deps.log.debug({ err: error }, 'A live connection broke.'))
    if (this.#views.has(id)) {
      this.#heartbeat.watch(ws)
      awaitAuth(ws, (token) => this.#streamView(ws, { id, after, guest }, token))
      return
    }
    if (!bin) {
      // A browser is not told the status of a refused handshake; it is told this code.
      ws.close(closeCodes.gone, 'bin-not-found')
      return
    }
    this.#heartbeat.watch(ws)
    const isPrivate = bin.visibility === 'private'
    const start = () => this.#stream(ws, { id, after, guest }, isPrivate, this.#own())
    if (isPrivate)
      awaitAuth(
        ws,
        ownerCheck(ws, () => this.#deps.store.bins.get(id), start),
      )
    else start()
  }

  #own() {
    return { deps: this.#deps, inspector: this.#inspector, runs: this.#runs }
  }

  async #streamView(ws: WebSocket, asked: Asked, token: string) {
    const view = await this.#views.admit(asked.id, token)
    if (!view) {
      ws.close(closeCodes.noKey, 'share-ended')
      return
    }
    const release = view.hold(() => ws.close(closeCodes.noKey, 'share-ended'))
    ws.once('close', release)
    this.#stream(ws, asked, true, view)
  }

  #stream(
    ws: WebSocket,
    { id, after, guest }: Asked,
    hasKey: boolean,
    { deps, inspector, runs, bin: room = id }: Streamed,
  ): void {
    const bin = deps.store.bins.get(id)
    if (!bin) {
      ws.close(closeCodes.gone, 'bin-not-found')
      return
    }
    const feed = this.#feedOf(id, { deps, inspector, runs })
    const reader = new Reader({ deps, inspector, feed, bin, hasKey }, ws, after)
    ws.once('close', () => {
      if (feed.leave(reader) && this.#feeds.get(id) === feed) this.#feeds.delete(id)
    })
    reader.start()
    guest.enter(room, room === id ? null : id, (frame) => reader.presence(frame))
  }

  #feedOf(bin: string, sources: FeedSources): Feed {
    const feed = this.#feeds.get(bin) ?? new Feed(sources, bin)
    this.#feeds.set(bin, feed)
    return feed
  }

  #count(ws: WebSocket, socket: Socket): void {
    const address = addressOf(socket)
    this.#sockets.set(address, (this.#sockets.get(address) ?? 0) + 1)
    ws.once('close', () => {
      const left = (this.#sockets.get(address) ?? 1) - 1
      if (left > 0) this.#sockets.set(address, left)
      else this.#sockets.delete(address)
    })
  }
}

function addressOf(socket: Socket): string {
  return socket.remoteAddress ?? ''
}
