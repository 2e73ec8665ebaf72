import { useState } from 'react'
import { problemOf } from '../model/problems.ts'

/** A call of the API whose failure is said inside of the dialog that made it. */
export function useCall() {
  const [failure, setFailure] = useState<string | null>(null)
  const call = async (action: () => Promise<unknown>): Promise<void> => {
    setFailure(null)
    try {
      await action()
    } catch (error) {
      setFailure(problemOf(error).message)
    }
  }
  return { call, failure }
}
