import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { burst } from './burst.ts'
import { newBin } from './held.ts'
import { keepAll } from './kill-rounds.ts'
import { MiB, type ProgramOptions } from './program.ts'
import type { Rig } from './rig.ts'

/** Letters, so that it is no work to take it for text. */
const piece = Buffer.from(randomBytes(MiB).toString('base64')).subarray(0, MiB)

/** Sends a body that is never whole in memory. @returns status and number */
export async function sendLarge(port: number, bin: string, size: number, chunked = false) {
  const path = `/bin/${bin}`
  const headers = chunked ? {} : { 'Content-Length': size }
  const sending = request({ port, host: '127.0.0.1', method: 'POST', path, headers, agent: false })
  Readable.from(piecesOf(size), { objectMode: false, highWaterMark: MiB }).pipe(sending)
  const answered: Promise<IncomingMessage[]> = once(sending, 'response')
  const [answer] = await answered
  // The server may close before the end of a body that is too large.
  sending.on('error', () => {})
  answer?.resume()
  return { status: answer?.statusCode, seq: Number(answer?.headers['x-bin-seq']) }
}

/** SHA-256 of a body that `sendLarge` sends. */
export function sha256OfLarge(size: number): string {
  const hash = createHash('sha256')
  for (const chunk of piecesOf(size)) hash.update(chunk)
  return hash.digest('hex')
}

/** SHA-256 of what an address answers with. */
export async function sha256At(url: string): Promise<string> {
  const hash = createHash('sha256')
  const { body } = await fetch(url)
  for await (const chunk of body ?? []) hash.update(chunk)
  return hash.digest('hex')
}

function* piecesOf(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= piece.length) {
    yield left < piece.length ? piece.subarray(0, left) : piece
  }
}

/** Sends four large bodies at once, one of them chunked, and small ones meanwhile. */
export async function sendAtOnce(rig: Rig, size: number, options: Partial<ProgramOptions> = {}) {
  const program = await rig.start({ args: [...keepAll, '--body-limit', String(size)], ...options })
  const { port, url } = program
  const bin = await newBin(url)
  let done = false
  const others = burst({ port, bin, label: 'others', connections: 2, rest: 5, until: () => done })
  const sends = [false, false, false, true].map((chunked) => sendLarge(port, bin, size, chunked))
  const answers = await Promise.all(sends)
  done = true
  const bodyUrl = (seq: number) => `${url}/api/bins/${bin}/requests/${seq}/body`
  return { program, bin, answers, bodyUrl, others: await others }
}
