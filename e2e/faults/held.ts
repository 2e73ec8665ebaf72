import { createClient } from '../../shared/client.ts'
import type { RequestDetail } from '../../shared/request.ts'
import type { Sent, Told } from './burst.ts'

/** Makes a bin. @returns its id */
export async function newBin(url: string, id?: string): Promise<string> {
  const { bin } = await createClient({ base: url, fetch })('createBin', {
    body: id === undefined ? {} : { id },
  })
  return bin.id
}

/** Everything that a bin shows, oldest first, without the bodies themselves: together they can be more than a text may be. */
export async function held(url: string, bin: string): Promise<RequestDetail[]> {
  const response = await fetch(`${url}/api/bins/${bin}/export?format=ndjson`)
  if (!response.ok) throw new Error(`no export: ${response.status} ${await response.text()}`)
  const requests: RequestDetail[] = []
  for await (const line of linesOf(response)) {
    // The shape is the API's own promise, checked by the server's tests.
    const { body, ...rest } = JSON.parse(line) as RequestDetail
    const { text: _text, base64: _base64, ...facts } = body
    requests.push({ ...rest, body: facts })
  }
  return requests
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun = ''
  for await (const bytes of body ?? []) {
    const lines = (begun + decoder.decode(bytes, { stream: true })).split('\n')
    begun = lines.pop() ?? ''
    yield* lines
  }
}

/** How what was told differs from what is held. */
export type Comparison = {
  /** Acknowledged and not held. */
  lost: number
  /** Held under an acknowledged number, but other bytes than were sent. */
  altered: number
  /** Held, but never acknowledged. */
  extra: number
  /** Numbers that are left out, or do not ascend. */
  gaps: number
}

export function compare(told: Told, requests: RequestDetail[]): Comparison {
  const result = { lost: 0, altered: 0, extra: 0, gaps: 0 }
  const known = new Map(requests.map((request) => [request.seq, request]))
  for (const [seq, sent] of told.acked) {
    const request = known.get(seq)
    if (request === undefined) result.lost += 1
    else if (!isIntact(request, sent)) result.altered += 1
  }
  requests.forEach(({ seq }, index) => {
    if (!told.acked.has(seq)) result.extra += 1
    if (seq !== (requests[index - 1]?.seq ?? 0) + 1) result.gaps += 1
  })
  return result
}

function isIntact({ target, body, flags }: RequestDetail, { marker, sha256 }: Sent): boolean {
  return target.endsWith(`/${marker}`) && body.sha256 === sha256 && flags.length === 0
}
