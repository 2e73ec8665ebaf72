/** Characters of a name that viewers choose. */
export const longestName = 40

/** A name that is no more than a name: one line, and nothing that hides, turns or overflows text. */
export function viewerName(text: string): string {
  const line = text
    .slice(0, 1000)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, ' ')
    // One mark on a letter is an accent; a tower of them covers the lines above.
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  return Array.from(line).slice(0, longestName).join('').trim()
}
