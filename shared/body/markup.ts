/** XML or HTML in indented rows, by position: nothing is resolved, nothing is run. */
export type MarkupRows = {
  count: number
  starts: Uint32Array
  ends: Uint32Array
  depths: Uint32Array
  /** Number of the tag or text that begins here, counted from 1; 0 where a long one goes on. */
  numbers: Uint32Array
}

/** Longest piece in one row. */
const longestPiece = 2_000

const mostRows = 500_000
/** Elements of HTML that have no end. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
/** Elements of HTML whose content is no markup. */
const opaque = /^(?:script|style|textarea|title)$/i

type Piece = { start: number; end: number; kind: 'open' | 'close' | 'other'; name: string }

/** Lays markup out, a tag or a text a row; an element with one short text stays on one row. */
export function layMarkup(text: string, isHtml: boolean): MarkupRows {
  const sheet = new Sheet(text)
  for (const piece of pieces(text, isHtml)) {
    if (sheet.isFull) return sheet.rows(text.length)
    sheet.add(piece)
  }
  return sheet.rows(null)
}

class Sheet {
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly depths: number[] = []
  private readonly numbers: number[] = []
  private number = 0
  private readonly opened: string[] = []
  private readonly text: string
  /** Rows of an element that has had nothing but one text. */
  private short = 0

  constructor(text: string) {
    this.text = text
  }

  get isFull(): boolean {
    return this.starts.length >= mostRows
  }

  add({ start, end, kind, name }: Piece): void {
    if (kind === 'close' && this.isShort(name, end)) {
      this.joinShort(end)
      return
    }
    if (kind === 'close') this.close(name)
    this.push(start, end)
    this.short = kind === 'open' ? 1 : kind === 'other' && this.short === 1 ? 2 : 0
    if (kind === 'open') this.opened.push(name)
  }

  rows(restEnd: number | null): MarkupRows {
    if (restEnd !== null) this.push(this.ends.at(-1) ?? 0, restEnd)
    return {
      count: this.starts.length,
      starts: Uint32Array.from(this.starts),
      ends: Uint32Array.from(this.ends),
      depths: Uint32Array.from(this.depths),
      numbers: Uint32Array.from(this.numbers),
    }
  }

  private push(start: number, end: number): void {
    for (let at = start; at < end;) {
      const pieceEnd = endOfPiece(this.text, at, end)
      this.starts.push(at)
      this.ends.push(pieceEnd)
      this.depths.push(this.opened.length)
      this.numbers.push(at === start ? ++this.number : 0)
      at = pieceEnd
    }
  }

  private isShort(name: string, end: number): boolean {
    const start = this.starts.at(-this.short)
    if (this.short === 0 || start === undefined || this.opened.at(-1) !== name) return false
    return end - start <= 200 && !this.text.slice(start, end).includes('\n')
  }

  private joinShort(end: number): void {
    this.opened.pop()
    if (this.short === 2) {
      this.starts.pop()
      this.ends.pop()
      this.depths.pop()
      this.numbers.pop()
      this.number--
    }
    this.ends[this.ends.length - 1] = end
    this.short = 0
  }

  /** Ends the innermost element of this name; one that was never begun ends nothing. */
  private close(name: string): void {
    // Looked for a little way only: hostile markup would make each end tag search all of it.
    const reach = this.opened.slice(-64).lastIndexOf(name)
    if (reach >= 0) this.opened.length -= Math.min(64, this.opened.length) - reach
  }
}

/** A piece does not end between the halves of a surrogate pair. */
function endOfPiece(text: string, start: number, end: number): number {
  const cut = Math.min(end, start + longestPiece)
  const code = text.charCodeAt(cut - 1)
  return cut < end && code >= 0xd800 && code <= 0xdbff ? cut + 1 : cut
}

function* pieces(text: string, isHtml: boolean): Generator<Piece> {
  for (let at = 0; at < text.length;) {
    const piece = text[at] === '<' ? tagAt(text, at) : textAt(text, at)
    at = piece.end
    const isVoid = isHtml && piece.kind === 'open' && empty.test(piece.name)
    const shown = trimmed(text, isVoid ? { ...piece, kind: 'other' } : piece)
    if (shown.end > shown.start) yield shown
    if (isHtml && piece.kind === 'open' && opaque.test(piece.name)) {
      const end = endOf(text, `</${piece.name}`, at, 0)
      const inside = trimmed(text, { start: at, end, kind: 'other', name: '' })
      at = end
      if (inside.end > inside.start) yield inside
    }
  }
}

function textAt(text: string, start: number): Piece {
  return { start, end: endOf(text, '<', start + 1, 0), kind: 'other', name: '' }
}

function tagAt(text: string, start: number): Piece {
  const other = (end: number): Piece => ({ start, end, kind: 'other', name: '' })
  if (text.startsWith('<!--', start)) return other(endOf(text, '-->', start + 4, 3))
  if (text.startsWith('<![CDATA[', start)) return other(endOf(text, ']]>', start + 9, 3))
  if (text.startsWith('<?', start)) return other(endOf(text, '?>', start + 2, 2))
  const name = /^<\/?([^\s/>]{1,100})/.exec(text.slice(start, start + 110))?.[1]
  if (name === undefined || name.startsWith('!')) return other(endOf(text, '>', start + 1, 1))
  const end = endOfTag(text, start + 1)
  if (text[start + 1] === '/') return { start, end, kind: 'close', name }
  return text[end - 2] === '/' ? other(end) : { start, end, kind: 'open', name }
}

/** After the `>` that stands in no quotes. */
function endOfTag(text: string, start: number): number {
  let quote = ''
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return at + 1
    else if (character === '"' || character === "'") quote = character
  }
  return text.length
}

function endOf(text: string, sign: string, from: number, length: number): number {
  const found = text.indexOf(sign, from)
  return found < 0 ? text.length : found + length
}

/** Without the white space around it, which is only indentation. */
function trimmed(text: string, piece: Piece): Piece {
  let { start, end } = piece
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { ...piece, start, end }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xfeff
}
