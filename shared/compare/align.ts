/** Positions of two lists that belong together, in order. */
export type Pairs = [a: number, b: number][]

/** Larger tables than this are not worked out: what is left in the middle is paired by position. */
const largestTable = 1_000_000

/** Finds what two lists have in common, as much of it as can be in order. */
export function align(a: ArrayLike<unknown>, b: ArrayLike<unknown>): Pairs {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const pairs: Pairs = []
  for (let i = 0; i < start; i++) pairs.push([i, i])
  pairs.push(...middle(a, b, start, a.length - end, b.length - end))
  for (let i = end; i > 0; i--) pairs.push([a.length - i, b.length - i])
  return pairs
}

/** The longest common subsequence of what lies between the same beginning and the same end. */
function middle(
  a: ArrayLike<unknown>,
  b: ArrayLike<unknown>,
  start: number,
  endA: number,
  endB: number,
): Pairs {
  const [rows, columns] = [endA - start, endB - start]
  if (rows === 0 || columns === 0 || rows * columns > largestTable) return []
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const isSame = a[start + row] === b[start + column]
      lengths[row * width + column] = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: Pairs = []
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (a[start + row] === b[start + column]) pairs.push([start + row++, start + column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}
