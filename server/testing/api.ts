import type { CreateBinInput } from '../../shared/input.ts'
import { ApiProblem, createClient } from '../../shared/client.ts'
import type { Problem } from '../../shared/problem.ts'
import { forTests } from './for-tests.ts'
import { startApp, type StartOptions } from './start.ts'

type Asked = {
  method?: string
  key?: string
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  body?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

/** The real app, with what tests of its API need to talk to it. */
export async function startApi(options: StartOptions = {}) {
  const app = await startApp(options)
  const base = `http://127.0.0.1:${app.port}`
  const client = createClient({ base, fetch })

  return {
    ...app,
    base,
    client,
    ask: (path: string, asked: Asked = {}) => fetch(base + path, initOf(asked)),

    /** A new bin with its key. */
    async newBin(input: CreateBinInput = {}) {
      const { bin, ownerKey } = await client('createBin', { body: input })
      return { id: bin.id, key: ownerKey, bin }
    },

    /** Sends something to a bin. @returns its number */
    async capture(bin: string, body: string | Uint8Array<ArrayBuffer> = '', asked: Asked = {}) {
      const init = initOf({ method: 'POST', body, ...asked })
      const reply = await fetch(`${base}/bin/${bin}`, init)
      return Number(reply.headers.get('x-bin-seq'))
    },
  }
}

/** The same for the tests of a file. */
export const apiForTests = (options?: StartOptions) => forTests(() => startApi(options))

export type RunningApi = Awaited<ReturnType<typeof startApi>>

function initOf({ method, key, json, body, headers }: Asked): RequestInit {
  return {
    method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...(key !== undefined && { Authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined ? { body } : {}),
  }
}

/** The problem document that a call ends with. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem
    throw error
  }
  throw new Error('The call succeeds.')
}
