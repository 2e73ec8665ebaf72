import { execFileSync } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { burst } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { need } from './needs.ts'
import { pause } from './program.ts'
import type { Rig } from './rig.ts'

/** Skips the test unless a process may open so many files. */
export function needDescriptors(count: number): void {
  const limit = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim()
  const enough = limit === 'unlimited' || Number(limit) > count
  need(enough, `a limit of more than ${count} open files (it is ${limit})`)
}

/**
 * Opens connections that say nothing, or begin a head and stop, captures meanwhile, and waits until
 * the server has closed them.
 * @param patience milliseconds to wait at most
 */
export async function holdIdle(rig: Rig, count: number, args: string[], patience: number) {
  const program = await rig.start({ args })
  const { port, url } = program
  const bin = await newBin(url)
  const before = program.memory().now
  const sockets: Socket[] = []
  rig.later(() => sockets.forEach((socket) => socket.destroy()))
  while (sockets.length < count) {
    // Not more at once than wait to be accepted.
    const batch = Array.from({ length: Math.min(200, count - sockets.length) }, () => open(port))
    const begun = (await Promise.all(batch)).slice(batch.length / 2)
    for (const socket of begun) socket.write(`POST /bin/${bin} HTTP/1.1\r\n`)
    sockets.push(...(await Promise.all(batch)))
  }
  const left = () => sockets.filter(({ destroyed }) => !destroyed).length
  const refused = count - left()
  const told = await burst({ port, bin, label: 'meanwhile', connections: 8, count: 200 })
  const grown = program.memory().now - before
  const deadline = Date.now() + patience
  while (left() > 0 && Date.now() < deadline) await pause(50)
  const acked = told.acked.size
  return { refused, left: left(), grown, acked, ...compare(told, await held(url, bin)) }
}

function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => {}).resume()
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket)).once('close', () => resolve(socket))
  })
}
