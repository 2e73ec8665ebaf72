import { outline, type LogLine } from './decode.ts'
import { lineFeed } from './page.ts'

/** A line of a segment: its bytes run from `start` to `end`, its line feed included. */
export type PlacedLine = { start: number; end: number; line: LogLine }

/** Reads a segment line by line. A last line without its line feed counts as damaged. */
export function* linesOf(bytes: Buffer): Generator<PlacedLine> {
  let start = 0
  while (start < bytes.length) {
    const feed = bytes.indexOf(lineFeed, start)
    const end = feed === -1 ? bytes.length : feed + 1
    yield { start, end, line: feed === -1 ? { kind: 'damaged' } : outline(bytes, start, end) }
    start = end
  }
}
