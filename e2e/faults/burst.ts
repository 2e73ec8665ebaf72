import { Broken, post, Sender } from './sender.ts'

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

/** What a sender was told. */
export type Told = {
  /** Marker of each request that was acknowledged, by the number it was given. */
  acked: Map<number, string>
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
        note(told, marker, await sender.send(post(bin, marker, bodyOf(marker, size))))
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

/** The body that goes with a marker. */
export function bodyOf(marker: string, size = 1000): string {
  return `{"marker":"${marker}","text":"${'é'.repeat(size / 4)}"}`.padEnd(size)
}

function note(told: Told, marker: string, { status, seq }: { status: number; seq: number }): void {
  if (status >= 300) {
    told.refused.set(status, (told.refused.get(status) ?? 0) + 1)
    return
  }
  if (told.acked.has(seq)) throw new Error(`number ${seq} was given to two requests`)
  told.acked.set(seq, marker)
}
