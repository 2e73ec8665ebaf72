/** Line and column of an offset, counted from 1; CR, LF and CRLF each end a line. */
export function lineColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let i = 0; i < offset; i++) {
    const code = text.charCodeAt(i)
    const ends = code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)
    if (!ends) continue
    line++
    lineStart = i + 1
  }
  return { line, column: offset - lineStart + 1 }
}
