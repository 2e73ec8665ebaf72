/**
 * Measures several things in turn, A B C A B C …, so that a machine that is slower for a while is
 * slower for all of them.
 * @returns what was measured of each, a value a round
 */
export async function interleave<Thing, Value>(
  rounds: number,
  things: readonly Thing[],
  measure: (thing: Thing, round: number) => Promise<Value>,
): Promise<Value[][]> {
  const values = things.map((): Value[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, thing] of things.entries()) {
      values[index]?.push(await measure(thing, round))
    }
  }
  return values
}
