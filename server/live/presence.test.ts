import { describe, expect, test } from 'vitest'
import { longestName, viewerName } from '../../shared/viewer-name.ts'
import { apiForTests } from '../testing/api.ts'
import { liveReaders } from '../testing/live-readers.ts'

const api = apiForTests()
const live = liveReaders(api)

/** Somebody who looks, and says so. @param name `null`: says nothing */
async function look(id: string, name: string | null, token?: string) {
  const client = live(id)
  const say = (message: object) => client.socket.send(JSON.stringify(message))
  client.socket.once('open', () => {
    if (token !== undefined) say({ type: 'auth', token })
    if (name !== null) say({ type: 'presence', name })
  })
  await client.opened()
  const last = () => client.of('presence').at(-1)
  return {
    client,
    say,
    told: (others: number, names: string[]) =>
      expect.poll(last).toEqual({ type: 'presence', others, names }),
  }
}

describe('who looks', () => {
  test('is told who else does, as they come, change their names, and go', async () => {
    const { id } = await api.newBin()
    const ana = await look(id, 'Ana')
    await ana.told(0, [])
    const budi = await look(id, '')
    await ana.told(1, [])
    await budi.told(1, ['Ana'])
    budi.say({ type: 'presence', name: 'Budi' })
    await ana.told(1, ['Budi'])
    await budi.client.close()
    await ana.told(0, [])
  })

  test('and says nothing is neither counted nor told', async () => {
    const { id } = await api.newBin()
    const ana = await look(id, 'Ana')
    const program = await look(id, null)
    await look(id, 'Budi')
    await ana.told(1, ['Budi'])
    expect(program.client.of('presence')).toEqual([])
  })

  test('at another bin is not seen', async () => {
    const [one, other] = [await api.newBin(), await api.newBin()]
    const ana = await look(one.id, 'Ana')
    await (await look(other.id, 'Budi')).told(0, [])
    await ana.told(0, [])
  })

  test('leaves nothing in what is kept', async () => {
    const { id } = await api.newBin()
    await (await look(id, 'Xylophone')).told(0, [])
    expect(JSON.stringify(api.store.bins.get(id))).not.toContain('Xylophone')
  })
})

test('who has a link sees the owner and who has the same link, the owner sees all', async () => {
  const { id, key } = await api.newBin({ visibility: 'private' })
  const share = () => api.client('createShare', { params: { id }, key, body: {} })
  const [one, other] = [await share(), await share()]
  const owner = await look(id, 'Owner', key)
  const ana = await look(one.share.id, 'Ana', one.token)
  const ben = await look(one.share.id, 'Ben', one.token)
  const cem = await look(other.share.id, 'Cem', other.token)
  await owner.told(3, ['Ana', 'Ben', 'Cem'])
  await ana.told(2, ['Owner', 'Ben'])
  await ben.told(2, ['Owner', 'Ana'])
  await cem.told(1, ['Owner'])
})

test('who shows no key is not let in by saying a name', async () => {
  const { id } = await api.newBin({ visibility: 'private' })
  const client = live(id)
  client.socket.once('open', () => client.socket.send('{"type":"presence","name":"Ana"}'))
  await client.until(() => client.closed !== null)
  expect(client).toMatchObject({ closed: { code: 4401 }, frames: [] })
})

test('of many at most twenty names are told', async () => {
  const { id } = await api.newBin()
  const ana = await look(id, 'Ana')
  const many = Array.from({ length: 25 }, (_, index) => `n${index}`)
  for (const name of many) await look(id, name)
  await ana.told(25, many.slice(0, 20))
})

test.each([
  ['  Ana \n Müller ', 'Ana Müller'],
  ['\u202Eevil\u200B\u0000\u009Bname', 'evil name'],
  [`Z${'\u0301'.repeat(50)}`, 'Z\u0301\u0301'],
  ['x'.repeat(5000), 'x'.repeat(longestName)],
  ['👩'.repeat(50), '👩'.repeat(longestName)],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['\u2028\u200F\t', ''],
])('of %j the name is %j', (text, name) => {
  expect(viewerName(text)).toBe(name)
})

test.each(['{"type":"presence","name":7}', '{"type":"presence"}', '[]', 'null', '{', 'x'])(
  'what is said as %s harms nothing',
  async (message) => {
    const { id } = await api.newBin()
    const ana = await look(id, 'Ana')
    const other = await look(id, null)
    other.client.socket.send(message)
    await ana.told(message.includes('presence') ? 1 : 0, [])
    await api.capture(id, 'x')
    await other.client.until(() => other.client.seqs.length === 1)
  },
)
