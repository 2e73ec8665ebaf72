import { maskedSecret, type Pseudonyms } from './pseudonyms.ts'
import { kindOfKey } from './rules.ts'
import type { Literals } from './literals.ts'
import { maskText } from './text.ts'

/**
 * Headers whose values tell of no person and open no door. Of all others nobody knows what a sender
 * puts into them, so their values are hidden.
 */
const harmless = new Set(
  (
    'accept accept-charset accept-encoding accept-language age allow cache-control connection ' +
    'content-encoding content-language content-length content-type date expect ' +
    'expires keep-alive last-modified max-forwards origin-agent-cluster pragma range server te ' +
    'trailer transfer-encoding upgrade upgrade-insecure-requests user-agent vary via warning ' +
    'sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-ch-ua sec-ch-ua-mobile ' +
    'sec-ch-ua-platform x-forwarded-proto x-forwarded-port x-request-start x-powered-by ' +
    'x-webhook-event x-webhook-event-timestamp x-webhook-message-id x-webhook-attempt'
  ).split(' '),
)
const harmlessEnd =
  /-(?:event|event-type|topic|event-id|message-id|timestamp|version|attempt|retry|retry-count|delivery)$/
const addresses =
  /^(?:x-forwarded-for|forwarded|x-real-ip|cf-connecting-ip|true-client-ip|x-client-ip|referer|origin)$/

/** The value of a header as a stranger may see it. */
export function maskHeader(
  name: string,
  value: string,
  pseudonym: Pseudonyms,
  literals: Literals,
): string {
  const key = name.trim().toLowerCase()
  if (value === '') return value
  const isOpen = harmless.has(key) || (harmlessEnd.test(key) && kindOfKey(key, null) === null)
  if (isOpen || addresses.test(key)) return maskText(value, pseudonym, literals)
  return maskedSecret
}
