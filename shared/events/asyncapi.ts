import { catalogue, type EventEntry } from './catalogue.ts'
import { type JsonSchema, schemaOf } from './schema.ts'

/** Every documented event as an AsyncAPI 3 document: what a receiver of the webhooks gets. */
export function asyncApi(): JsonSchema {
  const names = catalogue.map(({ trigger }) => trigger)
  const refs = (place: string) =>
    Object.fromEntries(names.map((name) => [name, { $ref: `${place}/${name}` }]))
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'systeme.io webhooks',
      version: '1.0.0',
      description: 'Automation rule and account webhooks as documented and as seen live.',
    },
    channels: {
      webhook: { address: null, messages: refs('#/components/messages') },
    },
    operations: {
      receiveWebhook: {
        action: 'receive',
        channel: { $ref: '#/channels/webhook' },
        messages: Object.values(refs('#/channels/webhook/messages')),
      },
    },
    components: {
      messages: Object.fromEntries(catalogue.map((entry) => [entry.trigger, messageOf(entry)])),
    },
  }
}

function messageOf({ family, type, label, shape, sample }: EventEntry): JsonSchema {
  return {
    name: type,
    title: label.en,
    contentType: 'application/json',
    ...(family === 'account' && { headers: headersOf(type) }),
    payload: schemaOf(shape),
    examples: [{ payload: JSON.parse(sample) }],
  }
}

/** Node and every proxy take the case of header names as they like; so may a reader. */
function headersOf(type: string): JsonSchema {
  const text = { type: 'string' }
  return {
    type: 'object',
    properties: {
      'x-webhook-event': { type: 'string', const: type },
      'x-webhook-schema-version': { type: 'string', enum: ['1', '2'] },
      'x-webhook-signature': { type: 'string', pattern: '^[0-9a-f]{64}$' },
      'x-webhook-message-id': text,
      'x-webhook-subscription-id': text,
      'x-webhook-event-timestamp': text,
      'x-webhook-delivery-attempt-id': text,
      'x-webhook-delivery-attempt-timestamp': text,
    },
    required: ['x-webhook-event', 'x-webhook-signature'],
  }
}
