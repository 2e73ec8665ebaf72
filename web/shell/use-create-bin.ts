import { useCallback, useState } from 'react'
import type { CreatedBin } from '../../shared/bin.ts'
import type { CreateBinInput } from '../../shared/input.ts'
import { problemOf, type Failure } from '../model/problems.ts'
import { useServices } from './services.ts'

// One at a time: drawn twice (as React does on trial), the first visit still makes one bin.
let pending: Promise<CreatedBin> | null = null

/** Makes a bin, remembers its owner key, and goes to it. */
export function useCreateBin() {
  const { client, recent, router } = useServices()
  const [failure, setFailure] = useState<Failure | null>(null)
  const create = useCallback(
    async (input: CreateBinInput = {}) => {
      if (pending) return
      setFailure(null)
      pending = client('createBin', { body: input })
      try {
        const { bin, ownerKey } = await pending
        recent.remember({ id: bin.id, name: bin.name, openedAt: Date.now(), ownerKey })
        const isFirst = input.name === undefined
        router.go({ page: 'bin', id: bin.id, seq: null, tab: 'body', q: '' }, { replace: isFirst })
      } catch (error) {
        setFailure(problemOf(error))
      } finally {
        pending = null
      }
    },
    [client, recent, router],
  )
  return { create, failure }
}
