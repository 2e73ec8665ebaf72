import { escapeLine } from '../shared/escape-line.ts'
import { ApiProblem, ServerUnreachable } from '../shared/client.ts'

/** What is said, and which code the program ends with, where a server refuses or does not answer. */
export function failureOf(error: unknown): { code: number; message: string } | null {
  if (error instanceof ServerUnreachable) {
    const hint = 'Start one with "binspect serve", or name another with --server.'
    return { code: 69, message: `No server answers. ${hint}` }
  }
  if (!(error instanceof ApiProblem)) return isSystemError(error) ? fileFailure(error) : null
  const { status, detail, title } = error.problem
  return { code: codeOf(status), message: escapeLine(detail || title) }
}

/** Codes of sysexits.h, where one fits. */
function codeOf(status: number): number {
  if (status === 401 || status === 403) return 77
  if (status === 404) return 66
  return status < 500 ? 2 : 69
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

function fileFailure(error: Error & { code: string }): { code: number; message: string } {
  return { code: error.code === 'ENOENT' ? 66 : 74, message: escapeLine(error.message) }
}
