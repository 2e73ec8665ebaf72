import { request } from 'node:http'
import type { Delivery } from './delivery.ts'

/** How the bin answered; both `null` where it broke off or did not answer in time. */
export type Answer = { status: number | null; seq: number | null }

/**
 * Sends a delivery over the loopback, like any other sender: so it is captured like any other.
 * @param patience milliseconds to wait for the answer
 */
export function post(
  to: { host: string; port: number; path: string },
  { headers, body }: Delivery,
  patience: number,
): Promise<Answer> {
  return new Promise((resolve) => {
    const req = request({ ...to, method: 'POST', agent: false, setHost: false })
    // Node would add it; the real sender has none.
    req.removeHeader('Connection')
    for (const [name, value] of headers) req.setHeader(name, value)
    const giveUp = () => resolve({ status: null, seq: null })
    req.setTimeout(patience, () => req.destroy(new Error('no answer in time')))
    req.once('error', giveUp)
    req.once('response', (res) => {
      const seq = Number(res.headers['x-bin-seq'])
      resolve({ status: res.statusCode ?? null, seq: Number.isInteger(seq) ? seq : null })
      // The number is all that is wanted; the connection is not used again.
      res.destroy()
    })
    req.end(body)
  })
}
