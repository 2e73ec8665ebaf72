import { align } from './align.ts'

/** A line that both texts have, or one of them. */
export type LineChange = { kind: 'same' | 'removed' | 'added'; text: string }

const mostLines = 20_000
const around = 3

/** Compares two texts line by line, and keeps of what they share a few lines around each difference. */
export function compareLines(a: string, b: string): LineChange[] {
  const before = a.split(/\r?\n/, mostLines)
  const after = b.split(/\r?\n/, mostLines)
  const lines: LineChange[] = []
  let [nextA, nextB] = [0, 0]
  for (const [endA, endB] of [...align(before, after), [before.length, after.length] as const]) {
    for (; nextA < endA; nextA++) lines.push({ kind: 'removed', text: before[nextA] ?? '' })
    for (; nextB < endB; nextB++) lines.push({ kind: 'added', text: after[nextB] ?? '' })
    if (endA < before.length) lines.push({ kind: 'same', text: before[nextA++] ?? '' })
    nextB = endB < after.length ? endB + 1 : nextB
  }
  return nearDifferences(lines)
}

function nearDifferences(lines: LineChange[]): LineChange[] {
  const near = new Uint8Array(lines.length)
  lines.forEach(({ kind }, index) => {
    if (kind !== 'same') near.fill(1, Math.max(0, index - around), index + around + 1)
  })
  return lines.filter((_, index) => near[index] === 1)
}
