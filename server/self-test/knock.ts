import type { Knock } from '../../shared/knock.ts'

/** Milliseconds that a bin is given to answer. */
const patience = 5000

/** What is sent. */
export const knocking = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'user-agent': 'Binspect self-test' },
  body: JSON.stringify({ selfTest: true }),
}

/** The answer to it; `seq`: number of the request that it became. */
export type Heard = { status: number; seq: number | null }

/**
 * Sends something to a bin at one of its addresses, and tells how it was received. Never rejects.
 * @param send by whatever way leads there
 */
export async function knock(
  url: string,
  send: (signal: AbortSignal) => Promise<Heard>,
  now: () => number,
): Promise<Knock> {
  const begun = now()
  const told = { url, status: null, seq: null, failure: null }
  const signal = AbortSignal.timeout(patience)
  try {
    const heard = await send(signal)
    return { ...told, ...heard, ms: Math.max(0, now() - begun) }
  } catch (error) {
    const failure = signal.aborted ? `no answer within ${patience / 1000} s` : reasonOf(error)
    return { ...told, failure, ms: Math.max(0, now() - begun) }
  }
}

/** By the way that senders take from outside. */
export function byFetch(fetchUrl: typeof fetch, url: string) {
  return async (signal: AbortSignal): Promise<Heard> => {
    // Where an address leads elsewhere, senders would not arrive either.
    const answer = await fetchUrl(url, { ...knocking, redirect: 'manual', signal })
    await answer.body?.cancel()
    const seq = Number(answer.headers.get('x-bin-seq') ?? NaN)
    return { status: answer.status, seq: Number.isInteger(seq) ? seq : null }
  }
}

/** The cause of what `fetch` throws says more than its own words: `getaddrinfo ENOTFOUND …`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
