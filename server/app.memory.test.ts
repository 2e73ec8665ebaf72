import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { samples } from '../shared/events/samples.ts'
import { startApi, type RunningApi } from './testing/api.ts'

const count = 8
const bodySize = 500_000

/** An event in a large body, with a key and an address of its own. */
function largeBody(number: number): string {
  const own = `"email": "somebody.number.${number}@example.com", "key.of.one.request.${number}": 1,`
  const body = samples['tag-added'].replace(/"email":\s*"[^"]*",/, own)
  return body + ' '.repeat(bodySize)
}

/** Sends large bodies to a bin and asks for all that can be asked of them. */
async function fill(api: RunningApi): Promise<void> {
  const { id } = await api.newBin()
  const headers = { 'Content-Type': 'application/json' }
  for (let number = 1; number <= count; number++) {
    await api.capture(id, largeBody(number), { headers })
  }
  const params = { id }
  const { requests } = await api.client('listRequests', { params })
  expect(requests[0]?.event?.contact.email).toBe(`somebody.number.${count}@example.com`)
  const { events } = await api.client('listObserved', { params })
  expect(events).toMatchObject([{ documents: count }])
  await api.client('listDeliveries', { params })
}

test('what is remembered of requests does not keep their bodies in memory', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const used = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const api = await startApi()
  await fill(api)
  const before = used()
  await fill(api)
  expect(used() - before).toBeLessThan((count * bodySize) / 2)
  await api.stop()
})
