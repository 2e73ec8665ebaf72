import { beforeEach, describe, expect, test } from 'vitest'
import { samples } from '../../shared/events/samples.ts'
import { apiForTests, problemOf } from '../testing/api.ts'

const api = apiForTests()
let id: string
let key: string
beforeEach(async () => {
  ;({ id, key } = await api.newBin())
})

const list = () => api.client('listDeliveries', { params: { id } })
const sample = samples['tag-added']
const later = sample.replace(
  /(?<="created_at":\s*")[^"]*(?="\s*\}\s*$)/,
  '2026-09-27T19:57:44+00:00',
)
const first = later.replace(':44+', ':41+')

function attempt(message: string, number: number) {
  return {
    headers: {
      'X-Webhook-Event': 'CONTACT_TAG_ADDED',
      'X-Webhook-Message-Id': message,
      'X-Webhook-Delivery-Attempt-Id': `a${number}`,
    },
  }
}

describe('deliveries', () => {
  test('show the attempts of one message, what they were answered, and what differs', async () => {
    const body = samples['account-contact-tag-added']
    await api.client('changeBin', {
      params: { id },
      key,
      body: { reply: { sequence: [500, 200] } },
    })
    await api.capture(id, body, attempt('m1', 1))
    await api.capture(id, 'something else')
    await api.capture(id, body, attempt('m1', 2))
    const { deliveries, alarms } = await list()
    const receivedAt = expect.stringMatching(/^2.*Z$/)
    const name = expect.stringMatching(/^x-webhook-delivery-attempt-id$/i)
    expect(deliveries).toEqual([
      {
        kind: 'message-id',
        key: 'm1',
        event: expect.objectContaining({ trigger: 'account-contact-tag-added' }),
        seqs: [1, 3],
        attempts: [
          {
            seq: 1,
            receivedAt,
            interval: null,
            differences: null,
            reply: expect.objectContaining({ status: 500 }),
          },
          {
            seq: 3,
            receivedAt,
            interval: expect.any(Number),
            differences: { headers: [{ name, before: ['a1'], after: ['a2'] }], body: false },
            reply: expect.objectContaining({ status: 200 }),
          },
        ],
      },
    ])
    expect(alarms).toEqual([])
  })

  test('are told with the newest first, and only where there was more than one attempt', async () => {
    await api.capture(id, first)
    await api.capture(id, 'text')
    await api.capture(id, 'text')
    await api.capture(id, samples['page-visited'])
    await api.capture(id, first)
    const kinds = (await list()).deliveries.map(({ kind, seqs }) => [kind, ...seqs])
    expect(kinds).toEqual([
      ['event', 1, 5],
      ['body', 2, 3],
    ])
  })

  test('raise an alarm where a rule fires twice for one contact within seconds', async () => {
    await api.capture(id, first)
    await api.capture(id, later)
    const { deliveries, alarms } = await list()
    expect(deliveries).toEqual([])
    expect(alarms).toMatchObject([
      { code: 'double-fire', trigger: 'tag-added', seqs: [1, 2], withinMs: 3000 },
    ])
  })

  test('forget what is deleted', async () => {
    await api.capture(id, first)
    await api.capture(id, first)
    expect((await list()).deliveries).toHaveLength(1)
    await api.client('deleteRequest', { params: { id, seq: 1 }, key })
    expect((await list()).deliveries).toEqual([])
  })

  test('show fifty attempts of a delivery that has more', async () => {
    for (let i = 0; i < 60; i++) await api.capture(id, first)
    const [delivery] = (await list()).deliveries
    expect(delivery?.seqs).toHaveLength(60)
    expect(delivery?.attempts).toHaveLength(50)
  })

  test('are only told to who may read the bin', async () => {
    await api.client('changeBin', { params: { id }, key, body: { visibility: 'private' } })
    expect(await problemOf(list())).toMatchObject({ code: 'owner-key-required' })
  })
})
