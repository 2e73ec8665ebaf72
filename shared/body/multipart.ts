/** One part of a multipart body; its content is `start` to `end` of the bytes. */
export type Part = {
  headers: [name: string, value: string][]
  /** Name of the form field, where one is given. */
  name: string | null
  filename: string | null
  contentType: string | null
  start: number
  end: number
}

/** The parts; of very many the first ones. */
export type Parts = {
  parts: Part[]
  count: number
  /** Whether the body ends as it should: what comes without it was cut off. */
  isClosed: boolean
}

const mostParts = 1000
const mostHeaders = 100
const longestHead = 16 * 1024

/** The boundary that a content type names; `null` where it is no multipart. */
export function boundaryOf(contentType: string | null): string | null {
  if (!/^\s*multipart\//i.test(contentType ?? '')) return null
  const found = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.){1,200})"|([^\s;,"]{1,200}))/i.exec(
    contentType ?? '',
  )
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2] ?? null
}

/** Cuts a multipart body (RFC 2046) into its parts, by position. Never throws. */
export function readParts(bytes: Uint8Array, boundary: string): Parts {
  // One character a byte, so that positions are those of the bytes.
  const text = new TextDecoder('latin1').decode(bytes)
  const parts: Part[] = []
  let count = 0
  let open = -1
  for (const { before, after, isLast } of delimiters(text, `--${boundary}`)) {
    if (open >= 0 && count++ < mostParts) parts.push(partAt(bytes, text, open, before))
    open = isLast ? -1 : after
    if (isLast) return { parts, count, isClosed: true }
  }
  if (open >= 0 && count++ < mostParts) parts.push(partAt(bytes, text, open, text.length))
  return { parts, count, isClosed: false }
}

type Delimiter = { before: number; after: number; isLast: boolean }

/** Lines that are the delimiter, with where the part before ends and the next begins. */
function* delimiters(text: string, delimiter: string): Generator<Delimiter> {
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) {
    if (at > 0 && text[at - 1] !== '\n') continue
    const rest = /^(--)?[ \t]{0,100}(?:\r?\n|$)/.exec(
      text.slice(at + delimiter.length, at + delimiter.length + 104),
    )
    if (!rest) continue
    const lineBreak = at === 0 ? 0 : text[at - 2] === '\r' ? 2 : 1
    const after = at + delimiter.length + rest[0].length
    yield { before: at - lineBreak, after, isLast: rest[1] !== undefined }
  }
}

function partAt(bytes: Uint8Array, text: string, start: number, end: number): Part {
  const head = headOf(text, start, Math.max(start, end))
  const headers = headersOf(new TextDecoder().decode(bytes.subarray(start, head.end)))
  const value = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null
  const disposition = value('content-disposition') ?? ''
  return {
    headers,
    name: parameterOf(disposition, 'name'),
    filename: extendedOf(disposition) ?? parameterOf(disposition, 'filename'),
    contentType: value('content-type'),
    start: head.next,
    end: Math.max(head.next, end),
  }
}

/** Where the headers of a part end, and its content begins: after an empty line. */
function headOf(text: string, start: number, end: number): { end: number; next: number } {
  const head = text.slice(start, Math.min(end, start + longestHead))
  const first = /^\r?\n/.exec(head)
  if (first) return { end: start, next: start + first[0].length }
  const empty = /\r?\n\r?\n/.exec(head)
  if (empty) return { end: start + empty.index, next: start + empty.index + empty[0].length }
  // Without an empty line all of it is content, unless it can only be headers.
  const isHead = end - start < longestHead && /^[\w-]+:/.test(head)
  return isHead ? { end, next: end } : { end: start, next: start }
}

function headersOf(head: string): Part['headers'] {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/, mostHeaders)
  return lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon <= 0
      ? []
      : [[line.slice(0, colon), line.slice(colon + 1).trim()] as [string, string]]
  })
}

/** A parameter of a header; browsers escape quotes as `%22`, others with a backslash. */
function parameterOf(header: string, name: string): string | null {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]*))`, 'i')
  const found = pattern.exec(header)
  return found?.[1]?.replace(/\\(["\\])/g, '$1') ?? found?.[2] ?? null
}

/** `filename*=UTF-8''…` (RFC 5987), which goes before the plain one. */
function extendedOf(header: string): string | null {
  const found = /;\s*filename\*\s*=\s*utf-8'[^']*'([^\s;]+)/i.exec(header)?.[1]
  try {
    return found === undefined ? null : decodeURIComponent(found)
  } catch {
    return null
  }
}
