/**
 * Rows at which a day begins, ascending, found without looking at each: rows of a day stand together.
 * @param dayOf anything that is the same for two rows of one day
 */
export function dayStarts(count: number, dayOf: (row: number) => string): number[] {
  const starts: number[] = []
  let start = 0
  while (start < count) {
    starts.push(start)
    start = firstAfter(start, count, dayOf)
  }
  return starts
}

/** The first row after `start` that is of another day; `count` where there is none. */
function firstAfter(start: number, count: number, dayOf: (row: number) => string): number {
  const day = dayOf(start)
  let [low, high] = [start + 1, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dayOf(middle) === day) low = middle + 1
    else high = middle
  }
  return low
}
