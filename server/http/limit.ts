import type { ServerResponse } from 'node:http'

/** Aborts when the time is over, when the asker has gone away, and when the server stops. */
export function createLimit(
  timeout: number,
  res: ServerResponse,
  closing: AbortSignal,
): { signal: AbortSignal; remove: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, timeout)
  res.once('close', abort)
  closing.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    remove() {
      clearTimeout(timer)
      res.off('close', abort)
      closing.removeEventListener('abort', abort)
    },
  }
}
