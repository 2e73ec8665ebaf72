import { pino } from 'pino'
import type { StoredRequest } from '../../shared/request.ts'
import { createApp, type AppConfig } from '../app.ts'
import type { Certificate } from '../capture/tls.ts'
import { defaultConnections } from '../capture/server.ts'
import { readReply } from '../replies/settings.ts'
import { createMemoryStore } from '../store/memory.ts'
import type { Outside } from '../http/deps.ts'
import type { Store } from '../store/store.ts'
import { forTests } from './for-tests.ts'

const config: AppConfig = {
  version: '0.0.0',
  host: '127.0.0.1',
  publicUrl: null,
  allowedHosts: [],
  trustProxy: [],
  maxSocketsPerAddress: 100,
  bodyLimit: 10 * 1024 * 1024,
  replyTimeout: 120_000,
  slowReply: 200,
  connections: defaultConnections,
  forwardTo: [],
  forwardToPublic: false,
}

const shut: Outside = {
  url: () => null,
  hasShares: false,
  believesPeer: false,
  tunnel: () => null,
  watch: () => {},
}

export type StartOptions = Partial<AppConfig> & {
  store?: Store
  webRoot?: string
  certificate?: Certificate
  /** Opens the capture listener. */
  outside?: Partial<Outside>
}

/** The real app on a free port, with a memory store unless another is given. */
export async function startApp(options: StartOptions = {}) {
  const { store = createMemoryStore(), webRoot = 'no-such-folder', ...rest } = options
  const { outside, certificate, ...changes } = rest
  const app = createApp({
    store,
    config: { ...config, ...changes },
    log: pino({ level: 'silent' }),
    webRoot,
    ...(certificate && { certificate }),
    ...(outside && { outside: { ...shut, ...outside } }),
  })
  const { port } = await app.listen(0)
  const outsidePort = outside ? (await app.listenOutside(0, '127.0.0.1')).port : 0
  return {
    app,
    port,
    outsidePort,
    store,
    addBin: (id: string, reply: unknown = {}) => addBin(store, id, reply),
    /** All requests of a bin, oldest first, each with its body. */
    captured: (bin: string) => captured(store, bin),
    async stop() {
      await app.close(200)
      await store.close()
    },
  }
}

/** The same for the tests of a file. */
export const appForTests = (options?: StartOptions) => forTests(() => startApp(options))

export type RunningApp = Awaited<ReturnType<typeof startApp>>

async function addBin(store: Store, id: string, reply: unknown): Promise<string> {
  await store.bins.create({
    id,
    name: id,
    visibility: 'link',
    createdAt: 0,
    expiresAt: null,
    ownerKeyHash: '',
    secret: null,
    reply: readReply(reply),
  })
  return id
}

async function captured(store: Store, bin: string) {
  const requests = await store.range(bin, { limit: 10_000, order: 'asc' })
  const withBody = async (request: StoredRequest) => ({
    ...request,
    body: (await store.body(bin, request.seq)) ?? Buffer.alloc(0),
  })
  return Promise.all(requests.map(withBody))
}
