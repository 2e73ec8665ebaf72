/**
 * Characters that hide, reorder or break text: controls but tab and line ends, soft hyphen, marks of
 * direction and joining, separators, byte order mark, tags, halves of surrogate pairs. Shown as what
 * they are, so that no text looks like something it is not.
 */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu

/** A stretch of text; `hidden` ones are written as escapes. */
export type Segment = { text: string; hidden: boolean }

/** Cuts a text at its hidden characters. */
export function visibleSegments(text: string): Segment[] {
  const segments: Segment[] = []
  let end = 0
  for (const match of text.matchAll(hidden)) {
    if (match.index > end) segments.push({ text: text.slice(end, match.index), hidden: false })
    segments.push({ text: escapeOf(match[0]), hidden: true })
    end = match.index + match[0].length
  }
  if (end < text.length) segments.push({ text: text.slice(end), hidden: false })
  return segments
}

/** The text with its hidden characters written as escapes. */
export function visibleText(text: string): string {
  return text.replace(hidden, escapeOf)
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const digits = code.toString(16).padStart(4, '0')
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits}`
}
