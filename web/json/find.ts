/** Where a text was found: offsets in ascending order, a bounded number of them. */
export type Hits = { needle: string; starts: number[]; isCut: boolean }

const mostHits = 10_000

/** Finds a text without regard to upper and lower case. */
export function findAll(text: string, needle: string): Hits {
  const starts: number[] = []
  if (needle === '') return { needle, starts, isCut: false }
  for (const { index } of text.matchAll(patternOf(needle))) {
    if (starts.length === mostHits) return { needle, starts, isCut: true }
    starts.push(index)
  }
  return { needle, starts, isCut: false }
}

/** A pattern that matches a text and nothing else. */
export function patternOf(needle: string): RegExp {
  return new RegExp(needle.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), 'giu')
}
