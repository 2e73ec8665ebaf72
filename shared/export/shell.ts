/** A text as one word of bash: plain quotes where they do, `$'…'` where something needs escaping. */
export function quoteShell(text: string): string {
  if (/^[\w./:@%+,=-]+$/.test(text) && !text.startsWith('-')) return text
  if (/^[\x20-\x7e]*$/.test(text) && !/['!\\]/.test(text)) return `'${text}'`
  const escaped = Array.from(text, (character) => escapes.get(character) ?? escapeHidden(character))
  return `$'${escaped.join('')}'`
}

/** The same for a text that holds one character a byte. */
export function quoteShellBytes(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return quoteShell(text)
  const escaped = Array.from(text, (character) =>
    character >= '\x80' ? hex(character.charCodeAt(0)) : (escapes.get(character) ?? character),
  )
  return `$'${escaped.join('')}'`
}

const escapes = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  // Interactive shells would look it up in their history.
  ['!', '\\x21'],
])

// Control, bidirectional and other invisible characters: what is pasted must be what is seen.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

function escapeHidden(character: string): string {
  if (!hidden.test(character)) return character
  return Array.from(new TextEncoder().encode(character), hex).join('')
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`
}
