import { connect } from 'node:net'
import type { RequestDetail } from '../../shared/request.ts'
import { held } from './held.ts'
import { pause } from './program.ts'
import { below } from './random.ts'

/** Milliseconds between pieces, so that a server that is not too busy reads each by itself. */
const gap = 10

/**
 * Sends raw bytes piece by piece, closes its side, and waits until the server has closed too.
 * @returns the status of each answer; what is said to rubbish behind a request is left out, as it
 * comes too late for a sender that has closed. `null`: the connection was reset, and with it went
 * an answer that was not read yet, because more was sent to a server that had closed
 */
export async function sendPieces(port: number, pieces: Buffer[]): Promise<number[] | null> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
  let answer = ''
  let reset = false
  const closed = new Promise((resolve) => {
    socket
      .on('data', (chunk) => (answer += chunk.toString('latin1')))
      .on('error', () => (reset = true))
      .on('close', resolve)
      .setTimeout(20_000, () => socket.destroy())
  })
  for (const piece of pieces) {
    if (socket.destroyed) break
    await new Promise((resolve) => socket.write(piece, resolve))
    if (piece !== pieces.at(-1)) await pause(gap)
  }
  socket.end()
  await closed
  if (reset && answer === '') return null
  const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1]))
  return statuses.length > 1 && (statuses.at(-1) ?? 0) >= 400 ? statuses.slice(0, -1) : statuses
}

/** Works on all items, so many at once. */
export async function inParallel<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  async function run() {
    for (let index = next++; index < items.length; index = next++) {
      // Not beyond the end: the loop has just looked.
      results[index] = await work(items[index] as T)
    }
  }
  await Promise.all(Array.from({ length: 32 }, run))
  return results
}

/** Cuts bytes in two or three at random places. */
export function cut(bytes: Buffer, random: () => number): Buffer[] {
  const places = Array.from({ length: 1 + below(random, 2) }, () => below(random, bytes.length + 1))
  const edges = [0, ...places.sort((a, b) => a - b), bytes.length]
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge))
}

/** What a bin shows once nothing more comes: what breaks off is kept when its connection is gone. */
export async function settled(url: string, bin: string): Promise<RequestDetail[]> {
  let shown = await held(url, bin)
  for (;;) {
    await pause(400)
    const before = shown.length
    shown = await held(url, bin)
    if (shown.length === before) return shown
  }
}

/** All of a captured request that does not depend on when and where it was captured. */
export function printOf(request: RequestDetail): string {
  const { method, target, httpVersion, rawHeaders, trailers, flags, size, body } = request
  const path = target.replace(/\/bin\/[^/?#]*/, '')
  return JSON.stringify([method, path, httpVersion, rawHeaders, trailers, flags, size, body.sha256])
}
