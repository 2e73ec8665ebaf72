import { execFileSync } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { burst, nothingTold } from './burst.ts'
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
 */
export async function holdIdle(rig: Rig, count: number, args: string[], patience: number) {
  const program = await rig.start({ args })
  const { port, url } = program
  const bin = await newBin(url)
  const before = program.memory().now
  const sockets: Socket[] = []
  let closed = 0
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(200, count - sockets.length) }, () => connect(port))
    for (const socket of batch)
      socket
        .on('error', () => {})
        .on('close', () => (closed += 1))
        .resume()
    await Promise.all(
      batch.map(
        (socket) =>
          new Promise((resolve) => socket.once('connect', resolve).once('close', resolve)),
      ),
    )
    for (const socket of batch.slice(batch.length / 2))
      socket.write(`POST /bin/${bin} HTTP/1.1\r\n`)
    sockets.push(...batch)
  }
  const refused = closed
  const told = await burst(
    { port, bin, label: 'meanwhile', connections: 8, count: 200 },
    nothingTold(),
  )
  const grown = program.memory().now - before
  const deadline = Date.now() + patience
  while (closed < count && Date.now() < deadline) await pause(50)
  const left = count - closed
  for (const socket of sockets) socket.destroy()
  return { refused, left, grown, acked: told.acked.size, ...compare(told, await held(url, bin)) }
}
