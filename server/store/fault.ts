import { StoreError } from './store.ts'

const noRoom = new Set(['ENOSPC', 'EDQUOT'])

/** What an error of the file system means to a caller of the store. */
export function storeError(error: unknown, what: string): StoreError {
  if (error instanceof StoreError) return error
  const code = noRoom.has(systemCode(error)) ? 'full' : 'failed'
  return new StoreError(code, `${what}: ${reason(error)}`, { cause: error })
}

/** The system's word for an error (`ENOENT`), or nothing. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** An error in one line. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
