import { afterEach, describe, expect, test } from 'vitest'
import { createMemoryStore } from './store/memory.ts'
import { StoreError, type Store, type StoreErrorCode } from './store/store.ts'
import { RawClient, talk } from './testing/raw-client.ts'
import { startApp, type RunningApp } from './testing/start.ts'

let app: RunningApp
afterEach(() => app.stop())

/** A store that works until it is told to fail. */
function createFailing() {
  const real = createMemoryStore()
  const state: { error: Error | null } = { error: null }
  const check = () => {
    if (state.error !== null) throw state.error
  }
  const append = real.append.bind(real)
  const openBody = real.openBody.bind(real)
  const store: Store = Object.assign(real, {
    append: async (...args: Parameters<Store['append']>) => {
      check()
      return append(...args)
    },
    openBody: async () => {
      check()
      return openBody()
    },
  })
  return { store, state }
}

const short = 'POST /bin/failing HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi'
const long = `POST /bin/failing HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n${'a'.repeat(100_000)}`

describe('a request that cannot be stored', () => {
  test.each<[StoreErrorCode, number, string, string | undefined]>([
    ['full', 507, 'storage-full', '30'],
    ['failed', 503, 'storage-unavailable', '5'],
    ['closed', 503, 'storage-unavailable', '5'],
    ['unknown-bin', 404, 'bin-not-found', undefined],
  ])('for "%s" gets %i, whatever its length', async (code, status, problem, retryAfter) => {
    const { store, state } = createFailing()
    app = await startApp({ store })
    await app.addBin('failing')
    state.error = new StoreError(code, 'on purpose')
    for (const message of [short, long]) {
      const [reply] = await talk(app.port, message)
      expect(reply?.status).toBe(status)
      expect(JSON.parse(reply?.body ?? '')).toMatchObject({ code: problem, status })
      expect(/^retry-after: (\d+)/im.exec(reply?.head ?? '')?.[1]).toBe(retryAfter)
      expect(reply?.head).not.toMatch(/^x-bin-seq/im)
    }
    expect(await app.captured('failing')).toEqual([])
    state.error = null
    expect(await talk(app.port, long + short, 2)).toMatchObject([{ status: 200 }, { status: 200 }])
  })

  test('for a reason that nobody foresaw gets 503, and not the reason', async () => {
    const { store, state } = createFailing()
    app = await startApp({ store })
    await app.addBin('failing', { status: 200, body: 'fine' })
    state.error = new TypeError('an inner secret')
    const [reply] = await talk(app.port, short)
    expect(reply).toMatchObject({ status: 503, body: expect.not.stringContaining('secret') })
  })

  test('in the middle of its body gets an answer, and the next one is read', async () => {
    const store = createMemoryStore()
    const state: { error: Error | null } = { error: null }
    const openBody = store.openBody.bind(store)
    store.openBody = async () => {
      const writer = await openBody()
      let written = 0
      const write = (chunk: Buffer) => {
        written += chunk.length
        if (written > 80_000 && state.error) throw state.error
        return writer.write(chunk)
      }
      return { write, finish: () => writer.finish(), discard: () => writer.discard() }
    }
    app = await startApp({ store })
    await app.addBin('failing')
    state.error = new StoreError('full', 'on purpose')
    expect(await talk(app.port, long)).toMatchObject([{ status: 507 }])
    state.error = null
    expect(await talk(app.port, long)).toMatchObject([{ status: 200 }])
  })

  test('since its bin was deleted meanwhile gets 404', async () => {
    app = await startApp()
    await app.addBin('failing')
    const client = new RawClient(app.port)
    await client.send(short.slice(0, -1))
    await talk(app.port, 'GET /bin/nix HTTP/1.1\r\nHost: x\r\n\r\n')
    await app.store.bins.delete('failing')
    await client.send('i')
    expect(await client.replies(1)).toMatchObject([{ status: 404 }])
    client.socket.destroy()
  })
})
