/** A search for requests by their numbers; those that follow each other become one range. */
export function seqSearch(seqs: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range && seq <= range[1] + 1) range[1] = seq
    else ranges.push([seq, seq])
  }
  return ranges
    .map(([first, last]) => (first === last ? `seq:${first}` : `seq:${first}..${last}`))
    .join(' or ')
}
