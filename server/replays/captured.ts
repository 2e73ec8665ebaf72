import { headerPairs } from '../../shared/headers.ts'
import type { ReplayEdits } from '../../shared/input.ts'
import type { StoredRequest } from '../../shared/request.ts'
import type { Order } from '../egress/outbox.ts'
import { parseTarget } from '../http/target.ts'

/** A captured request about to be sent again. */
export type Captured = { request: StoredRequest; body: Buffer }

export type Where = {
  /** `null`: the bin itself. */
  to: string | null
  /** Whether captured `Authorization` and `Cookie` go along to others. */
  credentials: boolean
}

/** What is sent for a captured request: as it came, but for what is edited. */
export function orderOf(
  { request, body }: Captured,
  { to, credentials }: Where,
  edits: ReplayEdits = {},
): Omit<Order, 'cause'> {
  const home = `/bin/${request.bin}`
  const { path, search } = parseTarget(request.target)
  const rest = edits.path ?? path.slice(home.length) + search
  return {
    bin: request.bin,
    seq: request.seq,
    to: to === null ? null : join(to, rest),
    target: home + rest,
    outgoing: {
      method: edits.method ?? request.method,
      headers: edits.headers ?? headerPairs(request.rawHeaders),
      body: bodyOf(edits) ?? body,
      credentials,
    },
  }
}

function bodyOf({ body, base64 }: ReplayEdits): Buffer | undefined {
  if (base64 !== undefined) return Buffer.from(base64, 'base64')
  return body === undefined ? undefined : Buffer.from(body)
}

/** A target with what followed the address of the bin: the path below, then the query. */
export function join(to: string, rest: string): string {
  if (rest === '' || !URL.canParse(to)) return to
  const url = new URL(to)
  const { path, search } = parseTarget(rest.startsWith('/') ? rest : `/${rest}`)
  if (path !== '/') url.pathname = url.pathname.replace(/\/$/, '') + path
  if (search.length > 1) url.search += (url.search === '' ? '?' : '&') + search.slice(1)
  return url.href
}
