import { setTimeout as pause } from 'node:timers/promises'
import { startOurs, type Contestant } from '../contestants.ts'
import type { Context } from '../context.ts'
import { Connection } from '../load/connection.ts'
import { openLive } from '../load/live-connection.ts'
import { postRequest } from '../load/request.ts'
import { parseFrame } from '../../shared/live.ts'
import { atMost, digits, type Chapter } from '../report/report.ts'
import { interleave } from '../rounds.ts'
import { median, quantile } from '../statistics.ts'

/** Milliseconds from sending a request. */
type Journey = { reply: number; frame: number }

/** How long a request takes to reach somebody who looks, on a server with nothing else to do. */
export async function benchLive({ folder, quick }: Context): Promise<Chapter> {
  const servers = [await startOurs(folder, 'process'), await startOurs(folder, 'disk')]
  const senders = await Promise.all(servers.map(openSender))
  const journeys = await interleave(quick ? 50 : 300, senders, (send) => send())
  for (const { server } of servers) await server.stop()
  const over = journeys.map((each) => median(each.map(({ reply, frame }) => frame - reply)))
  return {
    title: 'Live',
    about:
      'From sending a request to its frame at a live reader, one request at a time with a rest ' +
      'in between. The reply comes when the request is safe: what the frame takes longer is what telling costs.',
    tables: [
      {
        head: ['', 'reply p50 ms', 'frame p50 ms', 'frame p99 ms', 'frame over reply p50 ms'],
        rows: servers.map(({ name }, index) => {
          const [replies, frames] = columns(journeys[index] ?? [])
          const cells = [median(replies), median(frames), quantile(frames, 0.99), over[index] ?? 0]
          return [name, ...cells.map(digits)]
        }),
      },
    ],
    figures: [atMost('frame at a live reader, over the commit, p50', 3, Math.max(...over), 'ms')],
  }
}

function columns(journeys: readonly Journey[]): [replies: number[], frames: number[]] {
  return [journeys.map(({ reply }) => reply), journeys.map(({ frame }) => frame)]
}

/** Makes what sends one request and waits for both its reply and its frame. */
async function openSender({ server, targets }: Contestant): Promise<() => Promise<Journey>> {
  const [target = ''] = targets
  let tell = (_at: number) => {}
  const live = { port: server.port, bin: target.slice('/bin/'.length), after: 0 }
  await openLive(live, (frame) => {
    if (parseFrame(frame.toString())?.type === 'requests') tell(performance.now())
  })
  const connection = await Connection.open(server.port)
  const request = postRequest(target, 'sale')
  return async () => {
    await pause(20)
    const frame = new Promise<number>((resolve) => {
      tell = resolve
    })
    const began = performance.now()
    await connection.ask(request)
    const reply = performance.now() - began
    return { reply, frame: (await frame) - began }
  }
}
