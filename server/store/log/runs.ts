/** First and last of a run of sequence numbers. */
export type Run = [first: number, last: number]

/** Ascending numbers as runs: `1 2 3 7` is `[1, 3] [7, 7]`. */
export function runsOf(numbers: number[]): Run[] {
  const runs: Run[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && number === run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  return runs
}
