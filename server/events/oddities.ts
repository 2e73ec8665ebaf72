import type { Oddity } from '../../shared/breakage.ts'
import { setAt, textAt, type Path } from './edit.ts'

/** Bytes that a huge event has more. */
const hugeness = 2 ** 20
const emoji = '🎉 Zoë 👩‍👩‍👧‍👦 日本語'
const hour = 3_600_000

/** Names that people choose, and so may hold anything. */
const chosenNames: readonly Path[] = [
  ['tag', 'name'],
  ['funnel_step', 'name'],
  ['course', 'name'],
  ['course_bundle', 'name'],
  ['campaign', 'name'],
  ['webinar', 'name'],
  ['blog_page', 'name'],
  ['newsletter', 'name'],
  ['offer_price_plan', 'name'],
  ['pricePlan', 'name'],
]

/** The body of an event that is as documented, but odd in itself. */
export function withOddity(body: string, oddity: Oddity, now: number): string {
  const data = textAt(body, ['data']) === undefined ? [] : ['data']
  switch (oddity) {
    case 'huge':
      return setAt(body, [...data, 'huge'], 'x'.repeat(hugeness))
    case 'emoji': {
      const named = chosenNames.map((path) => [...data, ...path])
      const place = named.find((path) => textAt(body, path) !== undefined)
      return setAt(body, place ?? [...data, 'name'], emoji)
    }
    case 'out-of-order':
      return data.length === 0 ? body : setAt(body, ['created_at'], moment(now - hour))
    case 'duplicate':
    case 'slow':
      return body
  }
}

/** As the sender writes a time: without milliseconds. */
function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, '+00:00')
}

/** Milliseconds by which the account webhook is dated. */
export function datedAt(oddities: readonly Oddity[], now: number): number {
  return oddities.includes('out-of-order') ? now - hour : now
}
