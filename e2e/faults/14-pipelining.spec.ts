import { held, newBin } from './held.ts'
import { expect, test, type Rig } from './rig.ts'
import { post, Sender } from './sender.ts'

/** Long enough to go into a file of its own, which takes longer than memory. */
const long = Buffer.alloc(70_000, 'a')

/** Writes requests, shared out over connections, each connection's in one go. */
async function pipeline(rig: Rig, count: number, connections: number) {
  const program = await rig.start()
  const bin = await newBin(program.url)
  const requests = Array.from({ length: count }, (_, index) =>
    post(bin, `number-${index}`, index % 100 === 1 ? long : 'short'),
  )
  const senders = Array.from({ length: connections }, () => new Sender(program.port))
  const replies = senders.map(async (sender, first) => {
    const own = requests.filter((_, index) => index % connections === first)
    const all = own.map(() => sender.reply())
    sender.socket.write(Buffer.concat(own))
    return Promise.all(all)
  })
  const answered = (await Promise.all(replies)).flat()
  for (const sender of senders) sender.close()
  const stored = await held(program.url, bin)
  return {
    statuses: new Set(answered.map(({ status }) => status)),
    answered: answered.map(({ seq }) => seq),
    stored: stored.map(({ target }) => target),
    sent: requests.map((_, index) => `/bin/${bin}/number-${index}`),
  }
}

for (const count of [3, 1000]) {
  test(`${count} requests in one write are stored and answered in their order`, async ({ rig }) => {
    const { statuses, answered, stored, sent } = await pipeline(rig, count, 1)
    expect([...statuses]).toEqual([200])
    expect(answered).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    expect(stored).toEqual(sent)
  })
}

test('control: over several connections they are not in that order', async ({ rig }) => {
  const { stored, sent } = await pipeline(rig, 1000, 20)
  expect(stored).not.toEqual(sent)
  expect(stored.toSorted()).toEqual(sent.toSorted())
})
