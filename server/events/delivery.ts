import type { EventEntry } from '../../shared/events/catalogue.ts'
import { phpForm } from '../../shared/json/compact.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { hmac } from '../inspect/signature.ts'

/** One delivery as it goes over the wire; headers in the order in which the real sender has them. */
export type Delivery = { headers: [name: string, value: string][]; body: string }

/** What a delivery takes from its surroundings. */
export type Circumstances = {
  /** Milliseconds since 1970. */
  now: number
  random: (bytes: number) => Uint8Array
  /** Of the address it is sent to. */
  host: string
  /** Signing secret of the bin; account webhooks are signed with it. */
  secret: string | null
}

/** A text as the sender writes it: compact, one line, ASCII. */
export function asSent(text: string): string {
  return phpForm(parseJson(text))
}

/** The headers of a live capture of an automation rule's webhook. */
export function automationDelivery(body: string, { host }: Circumstances): Delivery {
  return {
    body,
    headers: [
      ['content-length', String(Buffer.byteLength(body))],
      ['content-type', 'application/json'],
      ['accept-charset', 'ISO-8859-1,utf-8;q=0.7,*;q=0.7'],
      ['accept-language', 'en-us,en;q=0.5'],
      ['accept', 'application/json'],
      ['user-agent', 'Symfony'],
      ['host', host],
    ],
  }
}

/** The headers of a live capture of an account webhook. */
export function accountDelivery(
  entry: Pick<EventEntry, 'type' | 'schemaVersion'>,
  body: string,
  { now, random, host, secret }: Circumstances,
): Delivery {
  const trace = hex(random(16))
  const moment = new Date(now).toISOString().replace(/\.\d+Z$/, '+00:00')
  return {
    body,
    headers: [
      ['content-length', String(Buffer.byteLength(body))],
      ['accept-encoding', 'gzip'],
      ['sentry-trace', `${trace}-${hex(random(8))}`],
      ['baggage', `sentry-trace_id=${trace},sentry-environment=prod`],
      ['x-webhook-schema-version', entry.schemaVersion ?? '1'],
      ...signature(secret, body),
      ['x-webhook-delivery-attempt-timestamp', moment],
      ['x-webhook-delivery-attempt-id', uuidV7(now, random(10))],
      ['x-webhook-event-timestamp', moment],
      ['x-webhook-event', entry.type],
      ['x-webhook-subscription-id', uuidV7(now, random(10))],
      ['x-webhook-message-id', uuidV7(now, random(10))],
      ['user-agent', 'SystemeIO-Webhook'],
      ['accept', 'application/json'],
      ['content-type', 'application/json'],
      ['host', host],
    ],
  }
}

function signature(secret: string | null, body: string): [string, string][] {
  return secret === null ? [] : [['x-webhook-signature', hmac(secret, body)]]
}

/** RFC 9562: 48 bits of time, then what is random. */
function uuidV7(now: number, random: Uint8Array): string {
  const digits = now.toString(16).padStart(12, '0') + hex(random)
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `7${digits.slice(13, 16)}`]
  return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
