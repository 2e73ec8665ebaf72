import type { Sending, SendFault } from '../../shared/sending.ts'

/** Milliseconds before each further attempt. */
export const usualPauses: readonly number[] = [1000, 2000, 4000, 8000, 16_000]

/** Faults that pass by themselves, perhaps. */
const passing = new Set<SendFault>(['timeout', 'refused', 'reset', 'name-unknown', 'failed'])

/** Whether another attempt may end better. */
export function isWorthAnother({ status, fault }: Sending): boolean {
  if (fault) return passing.has(fault.code)
  return status === 408 || status === 429 || (status !== null && status >= 500)
}
