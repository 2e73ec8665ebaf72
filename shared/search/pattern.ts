import type { Pattern } from './query.ts'

/** Whether a text is what a pattern says, from its beginning to its end; case does not matter. */
export function matchesWhole({ parts }: Pattern, text: string): boolean {
  const lower = text.toLowerCase()
  const first = lowerPart(parts, 0)
  const last = lowerPart(parts, parts.length - 1)
  if (parts.length === 1) return lower === first
  if (first.length + last.length > lower.length) return false
  if (!lower.startsWith(first) || !lower.endsWith(last)) return false
  return holdsInOrder(parts.slice(1, -1), lower.slice(first.length, lower.length - last.length))
}

/** Whether a text that is in lower case already contains what a pattern says. */
export function matchesPart({ parts }: Pattern, lower: string): boolean {
  return holdsInOrder(parts, lower)
}

function holdsInOrder(parts: readonly string[], lower: string): boolean {
  let from = 0
  for (const part of parts) {
    const at = lower.indexOf(part.toLowerCase(), from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

function lowerPart(parts: readonly string[], index: number): string {
  return parts[index]?.toLowerCase() ?? ''
}
