import type { StoredRequest } from '../../shared/request.ts'

const kept = 3

/** A request that a search did not find, and the terms it failed. */
export type Miss = { request: StoredRequest; failed: string[] }

/** Keeps the requests that failed the fewest terms, the newest of them first. */
export function createMisses() {
  let closest: Miss[] = []
  return {
    add(miss: Miss) {
      const isCloser = (other: Miss) => miss.failed.length <= other.failed.length
      const place = closest.findIndex(isCloser)
      closest = closest.toSpliced(place < 0 ? closest.length : place, 0, miss).slice(0, kept)
    },
    closest: () => closest,
  }
}
