/** A long text in rows short enough to be drawn: lines, and pieces of long lines. */
export type TextRows = {
  count: number
  starts: Uint32Array
  ends: Uint32Array
  /** Number of the line that begins here, counted from 1; 0 where a long line goes on. */
  numbers: Uint32Array
  /** How deep each row is indented, where the rows are laid out. */
  depths?: Uint32Array
}

/** Longest piece of a line in one row. */
export const longestPiece = 2_000

/** Cuts a text at its line ends (LF or CRLF), and long lines into pieces. */
export function cutRows(text: string): TextRows {
  const starts: number[] = []
  const ends: number[] = []
  const numbers: number[] = []
  let line = 0
  for (let start = 0; start <= text.length;) {
    const lineFeed = text.indexOf('\n', start)
    const next = lineFeed < 0 ? text.length : lineFeed
    const end = text[next - 1] === '\r' && next > start ? next - 1 : next
    numbers.push(++line)
    for (let piece = start; ;) {
      const pieceEnd = endOfPiece(text, piece, end)
      starts.push(piece)
      ends.push(pieceEnd)
      if (pieceEnd >= end) break
      numbers.push(0)
      piece = pieceEnd
    }
    start = next + 1
  }
  return {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    numbers: Uint32Array.from(numbers),
  }
}

/** A piece does not end between the halves of a surrogate pair. */
function endOfPiece(text: string, start: number, lineEnd: number): number {
  const end = Math.min(lineEnd, start + longestPiece)
  const code = text.charCodeAt(end - 1)
  const isCut = end < lineEnd && code >= 0xd800 && code <= 0xdbff
  return isCut ? end + 1 : end
}

/** The last row that begins at or before an offset. */
export function rowAtOffset(
  { count, starts }: Pick<TextRows, 'count' | 'starts'>,
  offset: number,
): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
