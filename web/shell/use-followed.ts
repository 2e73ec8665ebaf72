import { useEffect, useState } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { followBin } from '../model/follow.ts'
import { problemOf } from '../model/problems.ts'

/** What was read of a bin last, and why it could not be read. */
export type Followed<T> = { value: T | null; failure: string | null }

/**
 * Reads something of a bin, again whenever its requests change.
 * @param read the same while it reads the same
 * @param pause milliseconds from a change to the next reading
 */
export function useFollowed<T>(
  session: BinSession,
  read: () => Promise<T>,
  pause = 2000,
): Followed<T> {
  const [followed, setFollowed] = useState<Followed<T>>({ value: null, failure: null })
  useEffect(() => {
    let isLatest = true
    const readOnce = async () => {
      const next = await read().then(
        (value) => ({ value, failure: null }),
        (error: unknown) => ({ failure: problemOf(error).message }),
      )
      // What was read before stays, where it cannot be read now.
      if (isLatest) setFollowed((last) => ({ ...last, ...next }))
      return next.failure === null
    }
    const stop = followBin(session.state, readOnce, pause)
    return () => {
      isLatest = false
      stop()
    }
  }, [session, read, pause])
  return followed
}
