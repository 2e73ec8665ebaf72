import { judgeRequest } from './judge.ts'
import type { HeaderLookup } from './layer.ts'
import type { Judgement } from './verdict.ts'

// What the tests of this folder share.

export const json = 'application/json'
export const form = 'application/x-www-form-urlencoded'

type Sent = { contentType?: string | null; headers?: Record<string, string> }

/** Judges a body that was sent as JSON without further headers, unless told otherwise. */
export function judge(
  body: string | Uint8Array,
  { contentType = json, headers = {} }: Sent = {},
): Judgement {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const header: HeaderLookup = (name) => headers[name]
  return judgeRequest({ body: bytes, contentType, header })
}

/** `verdict trigger`, then severity, code and path of each issue. */
export function told({ verdict, event, issues }: Judgement): string[] {
  const found = issues.map(({ severity, code, path }) => `${severity} ${code} ${path}`)
  return [`${verdict} ${event?.trigger ?? '-'}`, ...found]
}

/** The header that names an account webhook. */
export function named(event: string): Sent {
  return { headers: { 'x-webhook-event': event } }
}
