import type { Moment } from './moment.ts'

/** A step that takes any of some requests. */
export type Seeker = { index: number; candidates: () => Iterable<Moment> }

/**
 * Gives as many steps as possible a request of their own: the first that is free, and where none is,
 * one whose taker can take another.
 * @param used requests that are taken already
 */
export function matching(
  seekers: readonly Seeker[],
  used: ReadonlySet<Moment>,
): ReadonlyMap<Moment, Seeker> {
  const takers = new Map<Moment, Seeker>()
  for (const seeker of seekers) seat(seeker, new Set())
  return takers

  function seat(seeker: Seeker, asked: Set<Moment>): boolean {
    for (const moment of seeker.candidates()) {
      if (takers.has(moment) || used.has(moment)) continue
      takers.set(moment, seeker)
      return true
    }
    for (const moment of seeker.candidates()) {
      const taker = takers.get(moment)
      if (!taker || asked.has(moment)) continue
      asked.add(moment)
      if (!seat(taker, asked)) continue
      takers.set(moment, seeker)
      return true
    }
    return false
  }
}
