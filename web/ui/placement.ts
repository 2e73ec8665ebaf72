/** Where rows stand that are nearly all of the same height, in CSS pixels from the top. */
export type Placement = {
  top: (row: number) => number
  /** The row at an offset. */
  rowAt: (offset: number) => number
}

/**
 * Places rows without looking at each: a million of them cost no more than those that are odd.
 * @param usual least height, and that of every row that is not odd
 * @param odd other heights, by key
 * @param rowOf row of a key; negative where it has none now
 */
export function placeRows(
  usual: number,
  odd: ReadonlyMap<number, number>,
  rowOf: (key: number) => number,
): Placement {
  const placed = [...odd]
    .map(([key, height]) => ({ row: rowOf(key), extra: height - usual }))
    .filter(({ row }) => row >= 0)
    .sort((a, b) => a.row - b.row)
  const rows = placed.map(({ row }) => row)
  // Extra height of all odd rows before the one of the same index.
  const sums = [0]
  for (const { extra } of placed) sums.push((sums.at(-1) ?? 0) + extra)

  const top = (row: number) => row * usual + (sums[countBelow(rows, row)] ?? 0)
  return {
    top,
    rowAt(offset) {
      let low = 0
      let high = Math.max(0, Math.floor(offset / usual))
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if (top(middle) <= offset) low = middle
        else high = middle - 1
      }
      return low
    },
  }
}

/** How many of the ascending numbers are less than a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
