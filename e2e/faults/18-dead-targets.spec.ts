import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { burst } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { keepAll } from './kill-rounds.ts'
import { expect, test, type Rig } from './rig.ts'

const load = { label: 'load', connections: 16, count: 1500 }

/** Ways in which a target is of no use. */
const targets: Record<string, () => Server> = {
  'accepts and says nothing': () => createServer((socket) => void socket.on('error', () => {})),
  'resets at once': () => createServer((socket) => void socket.resetAndDestroy()),
  'sends back what it gets': () =>
    createHttpServer((req, res) => {
      // A loop: to where it came from, as far as the target can know.
      res.writeHead(307, { Location: req.url ?? '/' }).end()
    }),
}

for (const [name, create] of Object.entries(targets)) {
  test(`a target that ${name} does not hold up captures`, async ({ rig }) => {
    const target = await listen(rig, create())
    const program = await rig.start({ args: [...keepAll, '--forward-to', target] })
    const { bin, ownerKey } = await ownBin(program.url)
    const call = await setForward(program.url, bin, ownerKey, target)
    expect(call).toBe(200)
    const told = await burst({ port: program.port, bin, ...load })
    expect(told).toMatchObject({ refused: new Map(), broken: 0 })
    expect(told.acked.size).toBe(load.count)
    expect(compare(told, await held(program.url, bin))).toMatchObject({ lost: 0, altered: 0 })
    const forward = await forwardOf(program.url, bin, ownerKey)
    expect(forward.waiting).toBeLessThanOrEqual(1004)
    expect(forward.waiting + forward.failed + forward.dropped).toBe(load.count)
    expect(forward.sent).toBe(0)
    const { code } = await program.stop()
    expect(code).toBe(0)
  })
}

test('captures are as fast with a dead target as with none', async ({ rig }) => {
  const target = await listen(
    rig,
    createServer((socket) => void socket.on('error', () => {})),
  )
  const program = await rig.start({ args: [...keepAll, '--forward-to', target] })
  const [plain, forwarding] = [await newBin(program.url), await ownBin(program.url)]
  await setForward(program.url, forwarding.bin, forwarding.ownerKey, target)
  const time = async (bin: string) => {
    const started = performance.now()
    await burst({ port: program.port, bin, ...load })
    return performance.now() - started
  }
  // The first is for warming up. The best of three: the machine has other things to do.
  await time(plain)
  const [without, withTarget]: [number[], number[]] = [[], []]
  for (let round = 0; round < 3; round += 1) {
    without.push(await time(plain))
    withTarget.push(await time(forwarding.bin))
  }
  expect(Math.min(...withTarget)).toBeLessThan(1.5 * Math.min(...without))
})

async function listen(rig: Rig, server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  rig.later(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  // A server that listens on a port has an address with one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function ownBin(url: string): Promise<{ bin: string; ownerKey: string }> {
  const answer = await fetch(`${url}/api/bins`, { method: 'POST' })
  // The shape is the API's own promise, checked by the server's tests.
  const { bin, ownerKey } = (await answer.json()) as { bin: { id: string }; ownerKey: string }
  return { bin: bin.id, ownerKey }
}

async function setForward(url: string, bin: string, ownerKey: string, to: string) {
  const answer = await fetch(`${url}/api/bins/${bin}/forward`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ to }),
  })
  return answer.status
}

async function forwardOf(url: string, bin: string, ownerKey: string) {
  const headers = { authorization: `Bearer ${ownerKey}` }
  const answer = await fetch(`${url}/api/bins/${bin}/sendings`, { headers })
  type State = { forward: Record<'sent' | 'failed' | 'waiting' | 'dropped', number> }
  // As above.
  return ((await answer.json()) as State).forward
}
