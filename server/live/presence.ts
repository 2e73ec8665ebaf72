import type { WebSocket } from 'ws'
import type { LiveFrame } from '../../shared/live.ts'
import { parsePresence } from '../../shared/live-messages.ts'
import { viewerName } from '../../shared/viewer-name.ts'
import { toFrame } from './feed.ts'

/** Milliseconds in which several comings and goings are told as one. */
const pause = 100
/** Names told to one viewer; of all others only their count is. */
const mostNames = 20

type Told = Extract<LiveFrame, { type: 'presence' }>

/** Somebody who looks, and who has said so. */
type Viewer = {
  /** Id of the share through which; `null`: the bin itself. */
  link: string | null
  name: string
  tell: (frame: Buffer) => void
}

/** What a connection says of itself, perhaps before it is known what it may see. */
export type Guest = {
  /** Lets it be seen, and see others, from when it has said that it looks. */
  enter: (bin: string, link: string | null, tell: Viewer['tell']) => void
}

/**
 * Who looks at each bin just now. Only who announces itself is counted and told: pages do, programs
 * do not. It is all in memory and gone with the connection.
 */
export class Presence {
  readonly #rooms = new Map<string, Set<Viewer>>()
  readonly #timers = new Map<string, NodeJS.Timeout>()

  /** Listens to what a connection says: each message renews its name. */
  receive(socket: WebSocket): Guest {
    let name: string | null = null
    let place: { bin: string; viewer: Viewer } | null = null
    const show = () => {
      if (name === null || !place || socket.readyState !== socket.OPEN) return
      place.viewer.name = name
      this.#roomOf(place.bin).add(place.viewer)
      this.#tellSoon(place.bin)
    }
    socket.on('message', (data) => {
      const said = Buffer.isBuffer(data) ? parsePresence(data.toString()) : null
      if (!said) return
      name = viewerName(said.name)
      show()
    })
    socket.once('close', () => {
      if (place) this.#leave(place.bin, place.viewer)
    })
    return {
      enter: (bin, link, tell) => {
        place = { bin, viewer: { link, name: '', tell } }
        show()
      },
    }
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }

  #roomOf(bin: string): Set<Viewer> {
    const room = this.#rooms.get(bin) ?? new Set()
    this.#rooms.set(bin, room)
    return room
  }

  #leave(bin: string, viewer: Viewer): void {
    const room = this.#rooms.get(bin)
    if (!room?.delete(viewer)) return
    if (room.size === 0) this.#rooms.delete(bin)
    this.#tellSoon(bin)
  }

  #tellSoon(bin: string): void {
    if (this.#timers.has(bin)) return
    const tell = () => {
      this.#timers.delete(bin)
      this.#tell(this.#rooms.get(bin) ?? new Set())
    }
    this.#timers.set(bin, setTimeout(tell, pause).unref())
  }

  #tell(room: ReadonlySet<Viewer>): void {
    const seen = new Map<string | null, Viewer[]>()
    for (const viewer of room) {
      const visible = seen.get(viewer.link) ?? [...room].filter((other) => maySee(viewer, other))
      seen.set(viewer.link, visible)
      viewer.tell(toFrame(frameFor(viewer, visible)))
    }
  }
}

/** Who has the bin sees all; who has a link sees these, and who has the same link. */
function maySee(viewer: Viewer, other: Viewer): boolean {
  return viewer.link === null || other.link === null || other.link === viewer.link
}

function frameFor(viewer: Viewer, visible: readonly Viewer[]): Told {
  const names: string[] = []
  for (const other of visible) {
    if (names.length >= mostNames) break
    if (other !== viewer && other.name !== '') names.push(other.name)
  }
  return { type: 'presence', others: visible.length - 1, names }
}
