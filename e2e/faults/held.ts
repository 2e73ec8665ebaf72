import { createHash } from 'node:crypto'
import { createClient } from '../../shared/client.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { bodyOf, type Told } from './burst.ts'

/** Makes a bin. @returns its id */
export async function newBin(url: string, id?: string): Promise<string> {
  const { bin } = await createClient({ base: url, fetch })('createBin', {
    body: id === undefined ? {} : { id },
  })
  return bin.id
}

/** Everything that a bin shows, oldest first. */
export async function held(url: string, bin: string): Promise<RequestDetail[]> {
  const response = await fetch(`${url}/api/bins/${bin}/export?format=ndjson`)
  if (!response.ok) throw new Error(`no export: ${response.status} ${await response.text()}`)
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  // The shape is the API's own promise, checked by the server's tests.
  return lines.map((line) => JSON.parse(line) as RequestDetail)
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

/** @param size of the bodies of the burst */
export function compare(told: Told, requests: RequestDetail[], size?: number): Comparison {
  const result = { lost: 0, altered: 0, extra: 0, gaps: 0 }
  const known = new Map(requests.map((request) => [request.seq, request]))
  for (const [seq, marker] of told.acked) {
    const request = known.get(seq)
    if (request === undefined) result.lost += 1
    else if (!isIntact(request, marker, size)) result.altered += 1
  }
  requests.forEach(({ seq }, index) => {
    if (!told.acked.has(seq)) result.extra += 1
    if (seq !== (requests[index - 1]?.seq ?? 0) + 1) result.gaps += 1
  })
  return result
}

export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isIntact({ target, body, flags }: RequestDetail, marker: string, size?: number): boolean {
  const sent = bodyOf(marker, size)
  return target.endsWith(`/${marker}`) && body.sha256 === sha256(sent) && flags.length === 0
}
