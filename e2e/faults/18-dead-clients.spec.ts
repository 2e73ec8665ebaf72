import { connect, type Socket } from 'node:net'
import { burst, nothingTold } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { keepAll } from './kill-rounds.ts'
import { LiveReader } from './live-reader.ts'
import { MiB, pause } from './program.ts'
import { expect, test, type Rig } from './rig.ts'

/** Far more than the kernel keeps for somebody who does not read. */
const filling = { label: 'filling', connections: 8, count: 80, size: 100_000 }

/** A client that asks for something, or begins to, and then does nothing more. */
function ask(rig: Rig, port: number, text: string): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}).write(text)
  rig.later(() => socket.destroy())
  return socket
}

test('clients that are dead or slow do not hold up captures', async ({ rig }) => {
  const program = await rig.start({ args: keepAll })
  const { port, url } = program
  const bin = await newBin(url)
  const told = await burst({ port, bin, ...filling })
  const get = (path: string) =>
    `GET /api/bins/${bin}${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
  const dead = Array.from({ length: 8 }, () => [
    ask(rig, port, get('/export?format=ndjson')),
    ask(rig, port, get('/requests/1/body')),
    ask(rig, port, get('/wait?q=never&timeout=120000')),
    ask(rig, port, `POST /bin/${bin} HTTP/1.1\r\nHost: x\r\nContent-Le`),
    ask(rig, port, `POST /bin/${bin} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nbegun`),
  ]).flat()
  const readers = Array.from({ length: 8 }, () => new LiveReader(port, bin, 0))
  rig.later(() => readers.forEach((reader) => reader.close()))
  await expect.poll(() => readers.every(({ opened }) => opened), { timeout: 60_000 }).toBe(true)
  for (const reader of readers) reader.stall()

  const before = program.memory().now
  await burst({ port, bin, label: 'meanwhile', connections: 32, count: 800 }, told)
  expect(told).toMatchObject({ refused: new Map(), broken: 0 })
  expect(told.acked.size).toBe(880)
  expect(program.memory().now - before).toBeLessThan(150 * MiB)
  expect(dead.filter(({ destroyed }) => destroyed)).toEqual([])
  for (const socket of dead) socket.destroy()
  expect(compare(told, await held(url, bin))).toMatchObject({ lost: 0, altered: 0 })
})

test('control: a server that hangs is noticed', async ({ rig }) => {
  const program = await rig.start()
  const { port, url } = program
  const bin = await newBin(url)
  program.signal('SIGSTOP')
  const told = nothingTold()
  const sending = burst({ port, bin, label: 'hanging', connections: 32, count: 1000 }, told)
  await pause(1000)
  expect(told.acked.size).toBe(0)
  program.signal('SIGCONT')
  await sending
  expect(told.acked.size).toBe(1000)
})
