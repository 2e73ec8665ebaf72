/** What a request of the other side comes to: a result, or an error of JSON-RPC 2.0. */
export class RpcError extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.name = 'RpcError'
    this.code = code
  }
}

export const rpcCodes = { parse: -32_700, request: -32_600, method: -32_601, params: -32_602 }

/** Answers a method; `undefined` for one that it does not have. */
export type Handler = (
  method: string,
  params: Record<string, unknown>,
  signal: AbortSignal,
) => Promise<unknown> | undefined

type Id = string | number
type Message = { id?: unknown; method?: unknown; params?: unknown }

/** Longest line that is read. */
const longestLine = 4 * 2 ** 20

/**
 * JSON-RPC 2.0 over lines, as MCP's stdio transport has it. Requests are answered as they come to
 * an end, notifications are not; `notifications/cancelled` gives a request up.
 */
export async function serveLines(
  input: AsyncIterable<Uint8Array | string>,
  send: (line: string) => Promise<void>,
  handle: Handler,
): Promise<void> {
  const running = new Map<Id, AbortController>()
  const pending = new Set<Promise<void>>()
  const reply = (message: object) => send(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

  async function answer(id: Id, method: string, params: Record<string, unknown>) {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const result = await call(handle, method, params, controller.signal)
      if (!controller.signal.aborted) await reply({ id, result })
    } catch (error) {
      if (!controller.signal.aborted) await reply({ id, error: errorOf(error) })
    } finally {
      running.delete(id)
    }
  }

  for await (const line of linesOf(input)) {
    const message = read(line)
    if (message === null) {
      await reply({ id: null, error: { code: rpcCodes.parse, message: 'Not a JSON-RPC message.' } })
      continue
    }
    const { id, method, params } = message
    if (typeof method !== 'string') continue
    if (method === 'notifications/cancelled') running.get(idOf(record(params)))?.abort()
    if (!isId(id)) continue
    const work = answer(id, method, record(params)).finally(() => pending.delete(work))
    pending.add(work)
  }
  for (const controller of running.values()) controller.abort()
  await Promise.all(pending)
}

async function call(
  handle: Handler,
  method: string,
  params: Record<string, unknown>,
  signal: AbortSignal,
): Promise<unknown> {
  const result = handle(method, params, signal)
  if (result === undefined) throw new RpcError(rpcCodes.method, `There is no method ${method}.`)
  return result
}

function errorOf(error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  return { code: error instanceof RpcError ? error.code : -32_603, message }
}

function isId(id: unknown): id is Id {
  return typeof id === 'string' || typeof id === 'number'
}

function idOf({ requestId }: Record<string, unknown>): Id {
  return isId(requestId) ? requestId : ''
}

function record(value: unknown): Record<string, unknown> {
  // An object that JSON was read into has no other keys than its own.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function read(line: string): Message | null {
  try {
    const message: unknown = JSON.parse(line)
    return typeof message === 'object' && !Array.isArray(message) ? message : null
  } catch {
    return null
  }
}

async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of input) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    if (text.length > longestLine) throw new Error('A message has more than 4 MiB.')
    yield* lines.filter((line) => line.trim() !== '')
  }
}
