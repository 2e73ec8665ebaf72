import { HttpProblem } from '../http/problem.ts'

const perMinute = 10
const atOnce = 4
const mostKnown = 10_000

/** Bounds guesses of passwords: ten a minute for each share and address, four being checked at a time. */
export function createAttempts(now: () => number) {
  const known = new Map<string, { since: number; count: number }>()
  let running = 0

  /** @throws HttpProblem `too-many-requests` */
  return async function attempt<Result>(
    who: string,
    check: () => Promise<Result>,
  ): Promise<Result> {
    const minute = known.get(who)
    const fresh = !minute || now() - minute.since > 60_000
    const count = fresh ? 1 : minute.count + 1
    if (count > perMinute || running >= atOnce) throw tooMany()
    if (known.size >= mostKnown) known.clear()
    known.set(who, { since: fresh ? now() : minute.since, count })
    running += 1
    try {
      return await check()
    } finally {
      running -= 1
    }
  }
}

function tooMany(): HttpProblem {
  return new HttpProblem(
    'too-many-requests',
    `At most ${perMinute} passwords a minute are tried.`,
    {
      headers: { 'Retry-After': '60' },
    },
  )
}
