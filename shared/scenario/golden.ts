import { eventNameOf } from './moment.ts'
import { maskedFields, type MaskedField } from './mask.ts'
import type { SearchSubject } from '../search/subject.ts'

/** A run that passed, kept to compare later ones with. */
export type Golden = {
  /** Milliseconds since 1970. */
  savedAt: number
  requests: readonly GoldenRequest[]
}

/** What is kept of a request: its event, and its fields with what changes from run to run masked. */
export type GoldenRequest = { seq: number; event: string; fields: readonly MaskedField[] }

/** How a later run differs. `place` counts the requests of the golden run from 1. */
export type GoldenComparison = {
  savedAt: string
  /** Whether nothing differs. */
  isSame: boolean
  missing: { place: number; event: string }[]
  extra: { seq: number; event: string }[]
  /** The same event, elsewhere in the order. */
  reordered: { place: number; seq: number; event: string }[]
  changed: GoldenChange[]
}

/** A field that reads otherwise; `null` where it is not there. Values are JSON, or a mask. */
export type GoldenChange = {
  place: number
  seq: number
  event: string
  path: string
  before: string | null
  after: string | null
}

/** Requests of a golden run. */
export const mostGolden = 100

/** What a golden run keeps of a request. */
export function goldenRequest(subject: SearchSubject): GoldenRequest {
  return { seq: subject.seq, event: eventNameOf(subject), fields: maskedFields(subject.roots) }
}

/** How a run differs from the golden one. */
export function compareGolden(golden: Golden, run: readonly GoldenRequest[]): GoldenComparison {
  const pairs = commonOrder(golden.requests, run)
  const ofGolden = new Set(pairs.map(([before]) => before))
  const ofRun = new Set(pairs.map(([, after]) => after))
  const extra = run.filter((request) => !ofRun.has(request))
  const missing: GoldenRequest[] = []
  const reordered: [GoldenRequest, GoldenRequest][] = []
  for (const before of golden.requests) {
    if (ofGolden.has(before)) continue
    const at = extra.findIndex(({ event }) => event === before.event)
    const [moved] = at < 0 ? [] : extra.splice(at, 1)
    if (moved) reordered.push([before, moved])
    else missing.push(before)
  }
  const placeOf = (request: GoldenRequest) => golden.requests.indexOf(request) + 1
  const changed = [...pairs, ...reordered].flatMap(([before, after]) =>
    changesOf(before, after).map((change) => ({
      place: placeOf(before),
      seq: after.seq,
      event: after.event,
      ...change,
    })),
  )
  return {
    savedAt: new Date(golden.savedAt).toISOString(),
    isSame: missing.length + extra.length + reordered.length + changed.length === 0,
    missing: missing.map((request) => ({ place: placeOf(request), event: request.event })),
    extra: extra.map(({ seq, event }) => ({ seq, event })),
    reordered: reordered.map(([before, { seq, event }]) => ({
      place: placeOf(before),
      seq,
      event,
    })),
    changed,
  }
}

/** The longest row of pairs of the same event that both runs have in the same order. */
function commonOrder(
  before: readonly GoldenRequest[],
  after: readonly GoldenRequest[],
): [GoldenRequest, GoldenRequest][] {
  // lengths[i][j]: of the longest row from i and j on.
  const lengths = [...before, null].map(() => Array.from({ length: after.length + 1 }, () => 0))
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? []
    for (let j = after.length - 1; j >= 0; j--) {
      const isSame = before[i]?.event === after[j]?.event
      row[j] = isSame
        ? lengthAt(i + 1, j + 1) + 1
        : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  }
  const pairs: [GoldenRequest, GoldenRequest][] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    const [one, other] = [before[i], after[j]]
    if (one && other && one.event === other.event) {
      pairs.push([one, other])
      i++
      j++
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++
    else j++
  }
  return pairs
}

function changesOf(before: GoldenRequest, after: GoldenRequest) {
  const [was, is] = [new Map(before.fields), new Map(after.fields)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path) => {
    const change = { path, before: was.get(path) ?? null, after: is.get(path) ?? null }
    return change.before === change.after ? [] : [change]
  })
}
