import { connect } from 'node:net'
import { burst } from './burst.ts'
import { newBin } from './held.ts'
import { Inspected, inspectable, type Usage } from './inspected.ts'
import { LiveReader } from './live-reader.ts'
import { pause, type Program, type ProgramOptions } from './program.ts'
import type { Rig } from './rig.ts'

/** Small caps, so that what is kept soon stays the same. */
const caps = ['--max-requests', '500']
/** Some two hundred a second. */
const steady = { connections: 3, rest: 40, size: 2000 }
/** Fills what is remembered of requests. */
const filling = { connections: 16, size: 2000 }
const samples = 20

/**
 * Fills the program to its caps, then keeps it as busy as a day would: senders, some of which break
 * off, readers that come and go, bins that are made and deleted.
 * @returns its usage meanwhile
 */
export async function soak(
  rig: Rig,
  minutes: number,
  fill: number,
  options: Partial<ProgramOptions> = {},
) {
  const program = await rig.start({ args: caps, nodeArgs: inspectable, ...options })
  const inspected = await Inspected.open(program)
  rig.later(() => inspected.close())
  const bins = [await newBin(program.url), await newBin(program.url), await newBin(program.url)]
  const readers = bins.map((bin) => new LiveReader(program.port, bin, 0))
  for (const bin of bins) {
    await burst({
      ...filling,
      port: program.port,
      bin,
      label: 'filling',
      count: fill / bins.length,
    })
  }
  for (const reader of readers) reader.close()

  let done = false
  const load = keepBusy(program, bins, () => done)
  const during: Usage[] = []
  while (during.length < samples) {
    await pause((minutes * 60_000) / samples)
    during.push(await inspected.usage())
  }
  done = true
  await load
  return during
}

async function keepBusy({ port, url }: Program, bins: string[], until: () => boolean) {
  const sending = bins.map((bin) => burst({ ...steady, port, bin, label: 'steady', until }))
  const often = async (milliseconds: number, action: (bin: string) => Promise<void>) => {
    for (let times = 0; !until(); times += 1) {
      await action(bins[times % bins.length] ?? '')
      await pause(milliseconds)
    }
  }
  await Promise.all([
    ...sending,
    often(500, (bin) => breakOff(port, bin)),
    often(100, (bin) => readFor(1500, port, bin)),
    often(1000, () => comeAndGo(url, port)),
  ])
}

async function breakOff(port: number, bin: string): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1' }).on('error', () => {})
  const head = `POST /bin/${bin} HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n`
  await new Promise((resolve) => socket.write(head + 'a'.repeat(100_000), resolve))
  socket.resetAndDestroy()
}

async function readFor(milliseconds: number, port: number, bin: string): Promise<void> {
  const reader = new LiveReader(port, bin, 0)
  await pause(milliseconds)
  reader.close()
}

async function comeAndGo(url: string, port: number): Promise<void> {
  const headers = { 'Content-Type': 'application/json' }
  const made = await fetch(`${url}/api/bins`, { method: 'POST', headers, body: '{}' })
  // The shape is the API's own promise, checked by the server's tests.
  const { bin, ownerKey } = (await made.json()) as { bin: { id: string }; ownerKey: string }
  await burst({ port, bin: bin.id, label: 'short', connections: 1, count: 10 })
  const authorized = { Authorization: `Bearer ${ownerKey}` }
  await fetch(`${url}/api/bins/${bin.id}`, { method: 'DELETE', headers: authorized })
}
