import type { Logger } from 'pino'
import type { CaptureLog } from './capture.ts'
import type { Connections } from './connection.ts'
import { escapeLine } from '../../shared/escape-line.ts'
import { createLineBudget } from './line-budget.ts'
import type { Rejections } from './rejections.ts'

type LogDeps = {
  log: Logger
  connections: Connections
  rejections: Rejections
  now: () => number
}

/** Requests that get a line of their own, in a second. */
const linesPerSecond = 200
/** How much of a path a line shows. */
const pathAtMost = 200
/** How much of an unknown id is shown: enough to see one's mistake, too little to be another's key. */
const idAtMost = 8

/** Writes one line a request, as long as they can be followed: neither body nor headers nor query, for they hold secrets. */
export function createCaptureLog({ log, connections, rejections, now }: LogDeps): CaptureLog {
  const budget = createLineBudget(linesPerSecond, (more) => log.info({ more }, 'kept'))
  return {
    kept(seq, { method, target, size, receivedAt, reply, flags }) {
      if (!log.isLevelEnabled('info') || !budget.spend()) return
      const path = pathOf(target)
      const milliseconds = Math.max(0, now() - receivedAt)
      log.info({ seq, method, path, size, ms: milliseconds, reply: reply.status, flags }, 'kept')
    },

    notKept(bin, error) {
      log.error({ bin, err: error }, 'not kept')
    },

    misdirected({ socket, method, url = '' }) {
      const { peer } = connections.of(socket)
      const id = /\/bin\/([^/?#]*)/.exec(url)?.[1] ?? ''
      const shown = id.length > idAtMost ? `${id.slice(0, idAtMost)}…` : id
      const detail = `${method} to /bin/${escapeLine(shown)}: there is no such bin.`
      rejections.add({ at: now(), peer, bin: null, code: 'unknown-bin', detail })
      log.warn({ peer: peer.address, method }, 'no such bin')
    },
  }
}

function pathOf(target: string): string {
  const end = target.search(/[?#]/)
  return escapeLine(target.slice(0, Math.min(end < 0 ? target.length : end, pathAtMost)))
}
