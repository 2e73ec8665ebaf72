import type { Knock } from '../../shared/api.ts'

/** Milliseconds that a bin is given to answer. */
const patience = 5000
const body = JSON.stringify({ selfTest: true })
const headers = { 'content-type': 'application/json', 'user-agent': 'Binspect self-test' }

/** Sends something to a bin at one of its addresses, and tells how it was received. Never rejects. */
export async function knock(
  fetchUrl: typeof fetch,
  url: string,
  now: () => number,
): Promise<Knock> {
  const begun = now()
  const told = { url, status: null, seq: null, failure: null }
  try {
    const signal = AbortSignal.timeout(patience)
    // Where an address leads elsewhere, senders would not arrive either.
    const answer = await fetchUrl(url, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body,
      signal,
    })
    await answer.body?.cancel()
    const seq = Number(answer.headers.get('x-bin-seq') ?? NaN)
    const received = { status: answer.status, seq: Number.isInteger(seq) ? seq : null }
    return { ...told, ...received, ms: Math.max(0, now() - begun) }
  } catch (error) {
    return { ...told, failure: reasonOf(error), ms: Math.max(0, now() - begun) }
  }
}

/** The cause of what `fetch` throws says more than its own words: `getaddrinfo ENOTFOUND …`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${patience / 1000} s`
  return error.cause instanceof Error ? error.cause.message : error.message
}
