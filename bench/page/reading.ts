import { parseJson } from '../../shared/json/parse.ts'

/** Runs in the page: how long a JSON text takes to be read, in milliseconds, time after time. */
export function timesToRead(text: string, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const began = performance.now()
    const { error } = parseJson(text)
    if (error) throw new Error(error.message)
    return performance.now() - began
  })
}
