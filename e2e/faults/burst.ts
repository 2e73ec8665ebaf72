import { createHash } from 'node:crypto'
import { Broken, post, Sender, type Reply } from './sender.ts'

export type BurstOptions = {
  port: number
  bin: string
  /** Sets the markers of this burst apart from those of others. */
  label: string
  connections?: number
  /** Requests in all, unless `until` ends it before. */
  count?: number
  /** Asked before each request: whether to stop. */
  until?: () => boolean
  /** Bytes of a body. */
  size?: number
  /** Milliseconds that a connection rests after each reply. */
  rest?: number
}

export type Sent = { marker: string; sha256: string }

/** What a sender was told. */
export type Told = {
  /** Each request that was acknowledged, by the number it was given. */
  acked: Map<number, Sent>
  /** How often each other status was answered. */
  refused: Map<number, number>
  /** Requests that got no reply because their connection broke. */
  broken: number
}

export function nothingTold(): Told {
  return { acked: new Map(), refused: new Map(), broken: 0 }
}

/**
 * Sends requests on many connections at once, one after the other on each, and notes what was
 * acknowledged only when the whole reply has been read. A connection that breaks is not renewed.
 * @param told is added to while the burst runs
 */
export async function burst(options: BurstOptions, told = nothingTold()): Promise<Told> {
  const { port, bin, label, connections = 64, count = Infinity, until, size = 1000, rest } = options
  let sent = 0
  const done = () => sent >= count || until?.() === true
  async function run() {
    const sender = new Sender(port)
    try {
      while (!done()) {
        const marker = `${label}-${sent++}`
        const body = bodyOf(marker, size)
        note(told, { marker, sha256: sha256(body) }, await sender.send(post(bin, marker, body)))
        if (rest !== undefined) await new Promise((resolve) => setTimeout(resolve, rest))
      }
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      told.broken += 1
    } finally {
      sender.close()
    }
  }
  await Promise.all(Array.from({ length: connections }, run))
  return told
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A body that no other request has; half of its characters take two bytes. */
function bodyOf(marker: string, size: number): string {
  return `{"marker":"${marker}","text":"${'é-'.repeat(size / 3)}"}`
}

function note(told: Told, sent: Sent, { status, seq }: Reply): void {
  if (status >= 300) {
    told.refused.set(status, (told.refused.get(status) ?? 0) + 1)
    return
  }
  if (told.acked.has(seq)) throw new Error(`number ${seq} was given to two requests`)
  told.acked.set(seq, sent)
}
