import { createBins, startBinspect, type Binspect } from '../contestants.ts'
import type { Context } from '../context.ts'
import { Connection } from '../load/connection.ts'
import { postRequest } from '../load/request.ts'
import { digits, type Chapter } from '../report/report.ts'

const connections = 64
/** Replies in each round before the server is killed. */
const perRound = 600

/** Whether everything that was acknowledged is there after the server was killed, again and again. */
export async function benchKills({ folder, quick }: Context): Promise<Chapter> {
  const rounds = quick ? 3 : 20
  const options = ['--max-requests', '1000000']
  let binspect = await startBinspect(folder, options)
  const [target = ''] = await createBins(binspect, 1)
  const acknowledged = new Set<number>()
  for (let round = 1; round <= rounds; round += 1) {
    await burstAndKill(binspect, target, acknowledged)
    binspect = await startBinspect(folder, options)
  }
  const held = await heldBy(binspect, target)
  await binspect.server.stop()
  const lost = [...acknowledged].filter((seq) => !held.has(seq)).length
  return {
    title: 'Killed in bursts',
    about:
      `\`kill -9\` in a burst over ${connections} connections, ${rounds} times. Power cuts are tried ` +
      'on an image of a disk, which takes root: `e2e/faults/02-power-loss.long.spec.ts`.',
    tables: [
      {
        head: ['requests', ''],
        rows: [
          ['acknowledged', digits(acknowledged.size)],
          ['held after the last start', digits(held.size)],
          ['acknowledged and lost', digits(lost)],
        ],
      },
    ],
    figures: [
      {
        what: `lost of ${digits(acknowledged.size)} acknowledged, \`kill -9\` × ${rounds}`,
        reach: '0',
        measured: digits(lost),
        reached: lost === 0,
      },
    ],
  }
}

async function burstAndKill(
  { server }: Binspect,
  target: string,
  acknowledged: Set<number>,
): Promise<void> {
  const enough = acknowledged.size + perRound
  const request = postRequest(target, 'sale')
  let killed: Promise<void> | undefined
  async function send(connection: Connection): Promise<void> {
    for (;;) {
      // The connection breaks when the server goes.
      const reply = await connection.ask(request).catch(() => null)
      if (!reply) return
      const { status, head } = reply
      if (status !== 200) throw new Error(`A request was answered with ${status}.`)
      acknowledged.add(Number(/\r\nx-bin-seq: (\d+)/i.exec(head)?.[1]))
      if (acknowledged.size >= enough) killed ??= server.stop('SIGKILL')
    }
  }
  const opened = Array.from({ length: connections }, () => Connection.open(server.port))
  await Promise.all((await Promise.all(opened)).map(send))
  await killed
}

async function heldBy({ api }: Binspect, target: string): Promise<Set<number>> {
  const id = target.slice('/bin/'.length)
  const held = new Set<number>()
  for (let after = 0; ;) {
    const query = { after, order: 'asc', limit: 500 } as const
    const { requests } = await api('listRequests', { params: { id }, query })
    for (const { seq } of requests) held.add(seq)
    const last = requests.at(-1)
    if (!last) return held
    after = last.seq
  }
}
