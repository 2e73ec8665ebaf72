import { existsSync, readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { held, newBin } from './held.ts'
import { Inspected, inspectable } from './inspected.ts'
import { pause, type ProgramOptions } from './program.ts'
import type { Rig } from './rig.ts'

const announced = 1_048_576
const sent = 102_400

/** Ways for a sender to go in the middle of a body. */
const goings: ((socket: Socket) => unknown)[] = [
  (socket) => socket.end(),
  (socket) => socket.resetAndDestroy(),
  // Says nothing more, until the server has had enough.
  () => {},
]

/**
 * Sends a tenth of many bodies at once, and goes away, twice: what the allocator has taken from the
 * system for the first time serves for the second.
 * @param count a multiple of three
 * @param enough how many of them to wait for
 */
export async function breakOff(
  rig: Rig,
  count: number,
  options: Partial<ProgramOptions> = {},
  enough = count,
) {
  const limits = ['--headers-timeout', '1s', '--request-timeout', '2s']
  const program = await rig.start({ args: limits, nodeArgs: inspectable, ...options })
  const inspected = await Inspected.open(program)
  rig.later(() => inspected.close())
  const { port, url } = program
  const bin = await newBin(url)
  const wave = async (latest: number) => {
    const sockets = await Promise.all(Array.from({ length: count }, () => begin(port, bin)))
    rig.later(() => sockets.forEach((socket) => socket.destroy()))
    sockets.forEach((socket, index) => goings[index % goings.length]?.(socket))
    await within(60_000, async () => (await latestOf(url, bin)) >= latest)
  }
  const resident = async () => (await inspected.usage()).resident
  await wave(enough)
  const first = await resident()
  await wave(2 * enough)
  let second = await resident()
  // Memory that was let go is given back a little later.
  await within(10_000, async () => {
    second = Math.min(second, await resident())
    return second < first + 10
  })
  const requests = await held(url, bin)
  const bodies = join(program.options.data, 'bodies')
  return {
    shown: requests.length,
    whole: requests.filter(({ flags }) => !flags.includes('aborted')).length,
    otherSize: requests.filter(({ size }) => size !== sent).length,
    answered: requests.filter(({ reply }) => reply?.status === 200).length,
    otherFiles: existsSync(bodies) ? readdirSync(bodies).length - 2 * count : 0,
    /** Megabytes. */
    grown: second - first,
  }
}

async function begin(port: number, bin: string): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {})
  const head = `POST /bin/${bin} HTTP/1.1\r\nHost: x\r\nContent-Length: ${announced}\r\n\r\n`
  await new Promise((resolve) => {
    socket.write(Buffer.concat([Buffer.from(head), Buffer.alloc(sent, 'a')]), resolve)
  })
  return socket
}

/** How many requests a bin has taken, without reading them. */
async function latestOf(url: string, bin: string): Promise<number> {
  const read: { latest: number } = await (await fetch(`${url}/api/bins/${bin}`)).json()
  return read.latest
}

async function within(milliseconds: number, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (!(await holds()) && Date.now() < deadline) await pause(100)
}
