import { afterAll, beforeAll } from 'vitest'

/** Starts something before the first test of a file and stops it after the last; empty until then. */
export function forTests<Running extends { stop: () => Promise<void> }>(
  start: () => Promise<Running>,
): Running {
  // Filled before any test reads it.
  const running = {} as Running
  beforeAll(async () => {
    Object.assign(running, await start())
  })
  afterAll(() => running.stop())
  return running
}
