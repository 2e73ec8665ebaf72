import type { ClosestMiss } from '../shared/request-list.ts'
import { ApiProblem } from '../shared/client.ts'
import { describeMisses } from './describe.ts'

type Waited = { bin: string; query: string; timeout: number; closestMisses: ClosestMiss[] }

/** What was waited for did not come in time. The message tells what came instead. */
export class NoMatch extends Error {
  readonly query: string
  readonly closestMisses: readonly ClosestMiss[]

  constructor({ bin, query, timeout, closestMisses }: Waited) {
    const wanted = query === '' ? 'No request came' : `No request matched  ${query}`
    super(`${wanted}\nin bin ${bin} within ${timeout / 1000} s. ${describeMisses(closestMisses)}`)
    this.name = 'NoMatch'
    this.query = query
    this.closestMisses = closestMisses
  }
}

/** The closest misses that a wait which ended in vain was told; `null` for any other error. */
export function missesOf(error: unknown): ClosestMiss[] | null {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'no-match') return null
  // The server adds them to this very problem; its tests hold it to that.
  return (error.problem as { closestMisses?: ClosestMiss[] }).closestMisses ?? []
}
