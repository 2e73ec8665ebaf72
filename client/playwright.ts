import { test as base } from '@playwright/test'
import type { CreateBinInput } from '../shared/input.ts'
import { createBin, type BinHandle } from './client.ts'
import { describeRequest } from './describe.ts'

export { expect } from '@playwright/test'

type Fixtures = {
  /** Address of the server [`BINSPECT_SERVER`, else http://127.0.0.1:5050]. */
  binspectServer: string | undefined
  /** Settings of the bins that are made: a secret, a reply, a chosen id. */
  binSettings: CreateBinInput
  /**
   * A bin of the test's own, gone when it ends; what it holds is attached to a test that fails.
   * `test.use({ bin })` with a bin of yours takes that one instead, and leaves it alone.
   */
  bin: BinHandle
}

/** Lines of a bin that are attached to a failed test. */
const attached = 200

declare const process: { env: Record<string, string | undefined> }

/** Playwright's `test` with a bin. */
export const test = base.extend<Fixtures>({
  // An option needs a value, and there is none to name before the environment was looked at.
  binspectServer: [process.env.BINSPECT_SERVER, { option: true }],
  binSettings: [{}, { option: true }],
  bin: async ({ binspectServer, binSettings }, use, testInfo) => {
    const bin = await createBin({ server: binspectServer, ...binSettings })
    await use(bin)
    if (testInfo.status !== testInfo.expectedStatus) {
      const { requests } = await bin.list({ limit: attached, order: 'asc' })
      const body = requests.map((request) => `${describeRequest(request)}\n`).join('')
      await testInfo.attach(`requests of ${bin.url}`, { body, contentType: 'text/plain' })
    }
    await bin.delete()
  },
})
