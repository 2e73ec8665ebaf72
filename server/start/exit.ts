import { UsageError } from '../options/usage-error.ts'
import { OpenError, type OpenErrorCode } from '../store/open-error.ts'

/** Codes of sysexits.h, where one fits. */
const dataCodes: Record<OpenErrorCode, number> = {
  locked: 69,
  damaged: 65,
  'newer-format': 65,
  unusable: 73,
}

/** What is said, and which code the program ends with, when it cannot start. */
export function exitOf(error: unknown): { code: number; message: string } {
  if (error instanceof UsageError) return { code: 2, message: error.message }
  if (error instanceof OpenError) return { code: dataCodes[error.code], message: error.message }
  if (error instanceof ListenError) return { code: 1, message: error.message }
  if (error instanceof MissingProgramError) return { code: 69, message: error.message }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 1, message }
}

/** A program that the server was told to start is not there. */
export class MissingProgramError extends Error {
  constructor(program: string, install: string) {
    const hint = install === '' ? '' : ` Install it (${install}), or leave --tunnel out.`
    super(`${program} is not installed: no such program is found.${hint}`)
    this.name = 'MissingProgramError'
  }
}

/** Why the server cannot listen, in one line. */
export class ListenError extends Error {
  constructor(message: string, options: ErrorOptions) {
    super(message, options)
    this.name = 'ListenError'
  }
}
