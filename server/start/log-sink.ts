/** Where lines go: standard output, or something like it. */
export type LineOutput = { write: (text: string) => boolean; readonly writableLength: number }

export type LogSink = {
  write: (line: string) => void
  /** Hands on what is gathered. */
  flush: () => void
}

/** Lines that wait for a reader who does not read; more are dropped. */
const pendingAtMost = 4 * 2 ** 20

/**
 * Gathers the lines of one turn of the event loop into one write. A reader that stands still (a
 * paused terminal, a full pipe) costs lines, never a reply.
 */
export function createLogSink(out: LineOutput): LogSink {
  let gathered = ''
  const flush = () => {
    const lines = gathered
    gathered = ''
    if (lines !== '' && out.writableLength < pendingAtMost) out.write(lines)
  }
  return {
    write(line) {
      if (gathered === '') setImmediate(flush)
      gathered += line
    },
    flush,
  }
}
