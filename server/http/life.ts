import { HttpProblem } from '../http/problem.ts'

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
const longest = 100 * 365 * units.d

/**
 * Life of a bin or a share in milliseconds, from a number of them or a text such as `90m`, `12h`, `7d`.
 * @throws HttpProblem `invalid-input`
 */
export function lifeFrom(ttl: number | string | null): number | null {
  if (ttl === null) return null
  const value = typeof ttl === 'number' ? ttl : fromText(ttl)
  if (value > 0 && value <= longest) return value
  throw new HttpProblem(
    'invalid-input',
    '/ttl must be milliseconds, or a duration such as "90m", "12h", "7d".',
    { pointer: '/ttl' },
  )
}

function fromText(text: string): number {
  const [, amount, unit = 'ms'] = /^(\d+)(ms|s|m|h|d|w)?$/.exec(text.trim()) ?? []
  return amount === undefined ? Number.NaN : Number(amount) * (unitOf(unit) ?? Number.NaN)
}

function unitOf(name: string): number | undefined {
  return new Map(Object.entries(units)).get(name)
}
