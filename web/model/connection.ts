import { parseFrame, type LiveFrame } from '../../shared/live.ts'
import { defaultBackoff, waitBefore, type Backoff } from './backoff.ts'

/** Codes from here on say that the bin is gone, or not for us. */
const refused = 4400
/** State of a socket that can be written to. */
const isOpen = 1

/** What the page says about its connection. */
export type ConnectionState =
  | { status: 'connecting' }
  /** `caughtUp`: requests that came in during the last break; `null` where there was no break. */
  | { status: 'live'; caughtUp: number | null }
  | { status: 'reconnecting' }
  /** The same, and the browser says that it has no network. */
  | { status: 'offline' }
  | { status: 'closed' }

/** The part of `WebSocket` that is used. */
export type Socket = Pick<
  WebSocket,
  'onopen' | 'onmessage' | 'onclose' | 'send' | 'close' | 'readyState'
>

export type ConnectionOptions = {
  /** Opens the live stream of a bin from after a sequence number. */
  open(after: number): Socket
  /**
   * Asks the server, by another road, for the newest sequence number.
   * Rejects where it cannot be reached; resolves to `null` where it refuses for good.
   */
  probe(): Promise<number | null>
  /** Told why the server has closed it. @returns whether that is the end */
  endsWith?: (reason: string) => boolean
  /** The first message, where the bin wants a key to be read. */
  auth?: () => string | undefined
  /** Said after that, and again when it has changed. */
  announce?: () => object
  onFrame(frame: LiveFrame): void
  onState(state: ConnectionState): void
  /** Calls `wake` when the page comes back to sight, or the network comes or goes. @returns stops it */
  wakers?: (wake: () => void) => () => void
  /** A hint only: a server on this machine is reached without a network. */
  isOnline?: () => boolean
  random?: () => number
  backoff?: Backoff
  /** Milliseconds without a frame after which the server is asked whether something was missed. */
  quiet?: number
  /** Milliseconds that a frame may lag behind the answer to that question. */
  grace?: number
}

/**
 * Keeps the live stream of a bin open and complete: resumes after the last `seq` seen, waits longer
 * after each failure, and finds out by itself when a socket is dead without having been closed, as
 * after sleep.
 */
export class Connection {
  readonly #options: ConnectionOptions
  #socket: Socket | null = null
  #after: number
  #attempt = 0
  #broken = false
  #closed = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopWakers: (() => void) | undefined

  /** @param after the last `seq` that is known already */
  constructor(after: number, options: ConnectionOptions) {
    this.#after = after
    this.#options = options
  }

  start(): void {
    this.#stopWakers = this.#options.wakers?.(() => this.wake())
    this.#options.onState({ status: 'connecting' })
    this.#open()
  }

  close(): void {
    this.#closed = true
    this.#stopWakers?.()
    this.#drop()
    this.#options.onState({ status: 'closed' })
  }

  /** Goes on after a later `seq`: the page has fetched what lies before it. */
  skipTo(seq: number): void {
    this.#after = Math.max(this.#after, seq)
  }

  /** Says again who looks. */
  announce(): void {
    if (this.#socket?.readyState === isOpen) this.#announceTo(this.#socket)
  }

  /** Looks now whether the connection still stands. */
  wake(): void {
    if (this.#closed) return
    if (this.#socket) void this.#check()
    else void this.#retry()
  }

  #open(): void {
    const socket = this.#options.open(this.#after)
    this.#socket = socket
    socket.onopen = () => {
      const token = this.#options.auth?.()
      if (token !== undefined) socket.send(JSON.stringify({ type: 'auth', token }))
      this.#announceTo(socket)
    }
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket) this.#receive(String(data))
    }
    socket.onclose = ({ code, reason }) => {
      if (this.#socket !== socket) return
      if (code >= refused && this.#options.endsWith?.(reason)) {
        this.close()
        return
      }
      this.#lost()
      // Turned away, not broken off: it is asked at once why.
      if (code >= refused) void this.#retry()
    }
    this.#expectFrames()
  }

  #announceTo(socket: Socket): void {
    const said = this.#options.announce?.()
    if (said) socket.send(JSON.stringify(said))
  }

  #receive(text: string): void {
    const frame = parseFrame(text)
    if (!frame) return
    this.#expectFrames()
    if (frame.type === 'hello') this.#greeted(frame.latest)
    if (frame.type === 'requests') this.skipTo(frame.requests.at(-1)?.seq ?? 0)
    this.#options.onFrame(frame)
  }

  #greeted(latest: number): void {
    const missed = Math.max(0, latest - this.#after)
    this.#options.onState({ status: 'live', caughtUp: this.#broken ? missed : null })
    this.#attempt = 0
    this.#broken = false
  }

  #expectFrames(): void {
    this.#later(this.#options.quiet ?? 20_000, () => void this.#check())
  }

  /** Asks whether the socket has kept something from us; a frame that arrives meanwhile answers too. */
  async #check(): Promise<void> {
    const socket = this.#socket
    const latest = await this.#probe()
    if (this.#closed || this.#socket !== socket) return
    if (latest === null) this.#lost()
    else if (latest > this.#after) {
      this.#later(this.#options.grace ?? 2_000, () => {
        if (latest > this.#after) this.#lost()
        else this.#expectFrames()
      })
    } else this.#expectFrames()
  }

  /** The newest `seq`, or `null` where nobody answers. A bin that is gone ends the connection. */
  async #probe(): Promise<number | null> {
    try {
      const latest = await this.#options.probe()
      if (latest === null) this.close()
      return latest
    } catch {
      return null
    }
  }

  #lost(): void {
    this.#drop()
    this.#broken = true
    this.#attempt += 1
    const offline = this.#options.isOnline?.() === false
    this.#options.onState({ status: offline ? 'offline' : 'reconnecting' })
    const random = (this.#options.random ?? Math.random)()
    const wait = waitBefore(this.#attempt, random, this.#options.backoff ?? defaultBackoff)
    this.#later(wait, () => void this.#retry())
  }

  /** Knocks by HTTP first: that tells a server that is down from a bin that is gone. */
  async #retry(): Promise<void> {
    const attempt = this.#attempt
    const latest = await this.#probe()
    if (this.#closed || this.#socket || this.#attempt !== attempt) return
    if (latest === null) this.#lost()
    else this.#open()
  }

  #drop(): void {
    clearTimeout(this.#timer)
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  #later(wait: number, action: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(action, wait)
  }
}
