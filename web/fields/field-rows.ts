import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import type { Difference } from '../../shared/observed/compare.ts'
import type { ObservedRow } from '../../shared/observed/rows.ts'

/** One line of the table of fields: what was seen at a path, and how it differs from the document. */
export type FieldRow = {
  path: string
  /** `null` where it was never seen, and for the document itself. */
  seen: ObservedRow | null
  differences: Difference[]
}

/** The fields seen in their order; what was never seen stands after its neighbours. */
export function fieldRows({ rows, differences }: ObservedEvent): FieldRow[] {
  const byPath = new Map<string, Difference[]>()
  for (const difference of differences) {
    byPath.set(difference.path, [...(byPath.get(difference.path) ?? []), difference])
  }
  const found: FieldRow[] = rows.map((seen) => {
    return { path: seen.path, seen, differences: byPath.get(seen.path) ?? [] }
  })
  for (const { path } of rows) byPath.delete(path)
  for (const [path, others] of byPath) {
    found.splice(placeOf(found, path), 0, { path, seen: null, differences: others })
  }
  return found
}

/** After the last row that has the same parent; a difference of the document itself comes first. */
function placeOf(rows: readonly FieldRow[], path: string): number {
  if (path === '') return 0
  const parent = parentOf(path)
  const last = rows.findLastIndex((row) => row.path === parent || isBelow(row.path, parent))
  return last < 0 ? rows.length : last + 1
}

/** `data.order` of `data.order.id`, of `data.order[]` and of `data.order["odd key"]`. */
export function parentOf(path: string): string {
  return path.replace(/(?:\.?[^.[\]]+|\[\]|\["(?:[^"\\]|\\.)*"\])$/u, '')
}

function isBelow(path: string, parent: string): boolean {
  if (parent === '') return true
  return path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`)
}

/** Types other than null with how often each was seen, as `string` or `string 12, number 3`. */
export function typesOf({ types }: Pick<ObservedRow, 'types'>): string {
  const counts = Object.entries(types).filter(([type]) => type !== 'null')
  if (counts.length === 1) return counts[0]?.[0] ?? ''
  return counts.map(([type, { count }]) => `${type} ${count}`).join(', ')
}

/** When a difference was first seen, and how often; `null` where it is that nothing was. */
export function sightingsOf({ seen }: Difference) {
  const all = Object.values(seen)
  const [first] = all.map((one) => one.first).sort((a, b) => a.seq - b.seq)
  return first ? { count: all.reduce((sum, { count }) => sum + count, 0), first } : null
}

/** How the API and the address name an event. */
export function eventName({ trigger, type }: Pick<ObservedEvent, 'trigger' | 'type'>): string {
  return trigger ?? type
}
