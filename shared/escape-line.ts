/** Steers a terminal, a log or the direction of writing, ends a line, or cannot be seen at all. */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

/**
 * Text of a sender for a log or a terminal: one line, nothing that steers either. JSON stays the
 * same JSON.
 */
export function escapeLine(text: string): string {
  return text.replace(unsafe, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
