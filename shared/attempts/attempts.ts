import { headerPairs } from '../headers.ts'

/** What is compared of two attempts. */
export type AttemptHead = {
  seq: number
  /** Milliseconds since 1970. */
  receivedAt: number
  rawHeaders: readonly string[]
  /** Of the body. */
  sha256: string
}

/** One time that a delivery was made. */
export type Attempt = {
  seq: number
  receivedAt: number
  /** Milliseconds since the attempt before; `null` for the first. */
  interval: number | null
  /** What is not as in the attempt before; `null` for the first. */
  differences: AttemptDifferences | null
}

export type AttemptDifferences = { headers: HeaderChange[]; body: boolean }

/** A header with its values in both attempts, in order; none where it is absent. */
export type HeaderChange = {
  /** As the later attempt writes it; as the earlier one does where the header is gone. */
  name: string
  before: string[]
  after: string[]
}

/** The attempts of a delivery, each beside the one before. @param heads in order of arrival */
export function attemptsOf(heads: readonly AttemptHead[]): Attempt[] {
  return heads.map((head, place) => {
    const before = place > 0 ? heads[place - 1] : undefined
    const { seq, receivedAt } = head
    if (!before) return { seq, receivedAt, interval: null, differences: null }
    const interval = receivedAt - before.receivedAt
    return { seq, receivedAt, interval, differences: differencesBetween(before, head) }
  })
}

/** Headers whose values changed, and whether the body did; order and case of names do not count. */
export function differencesBetween(before: AttemptHead, after: AttemptHead): AttemptDifferences {
  const was = headersByName(before)
  const is = headersByName(after)
  const names = new Set([...is.keys(), ...was.keys()])
  const headers = [...names].flatMap((name) => {
    const [old, now] = [was.get(name), is.get(name)]
    const change = { before: old?.values ?? [], after: now?.values ?? [] }
    const isSame = change.before.join('\n') === change.after.join('\n')
    return isSame && old && now ? [] : [{ name: (now ?? old)?.name ?? name, ...change }]
  })
  return { headers, body: before.sha256 !== after.sha256 }
}

function headersByName({ rawHeaders }: AttemptHead) {
  const headers = new Map<string, { name: string; values: string[] }>()
  for (const [name, value] of headerPairs(rawHeaders)) {
    const known = headers.get(name.toLowerCase())
    if (known) known.values.push(value)
    else headers.set(name.toLowerCase(), { name, values: [value] })
  }
  return headers
}
