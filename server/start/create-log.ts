import { pino, type Logger } from 'pino'
import type { LogLevel } from '../config.ts'
import type { LogSink } from './log-sink.ts'

/** The log of the server: one JSON line each. */
export function createLog(level: LogLevel, sink: LogSink): Logger {
  return pino({ level, base: null, timestamp: createTimestamp() }, sink)
}

/** Under load, many lines share a millisecond: its text is made once. */
function createTimestamp(): () => string {
  let last = 0
  let text = ''
  return () => {
    const now = Date.now()
    if (now !== last) {
      last = now
      text = `,"time":"${new Date(now).toISOString()}"`
    }
    return text
  }
}
