import { addressOf, operations, type OperationName, type ParamsOf } from './operations.ts'
import type { Api } from './api.ts'
import type { Problem } from './problem.ts'

/** What the client needs of `fetch`: the browser's, Node's, or one that a test brings. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<FetchAnswer>

type FetchAnswer = {
  readonly ok: boolean
  readonly status: number
  readonly statusText: string
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

export type ClientOptions = {
  /** Where the server is, without a slash at the end: `http://127.0.0.1:5050`. */
  base: string
  fetch: Fetch
}

type Params<Name extends OperationName> = ParamsOf<(typeof operations)[Name]['path']>

/** What goes into a call: the parameters of its path, and what `Api` says of the operation. */
export type CallInput<Name extends OperationName> = Omit<Api[Name], 'result' | 'query'> &
  (keyof Params<Name> extends never ? { params?: undefined } : { params: Params<Name> }) & {
    query?: Api[Name] extends { query: infer Query } ? Query : undefined
    /** Owner key, where the operation changes something or the bin is private. */
    key?: string | undefined
    signal?: AbortSignal | undefined
  }

/**
 * Calls one operation of the API.
 * @throws ApiProblem where the server answers with an error, ServerUnreachable where it does not answer
 */
export type Client = <Name extends OperationName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<Api[Name]['result']>

/** The server answered with a problem document. */
export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** No answer came: the server is down, the network is gone, or the call was given up. */
export class ServerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause })
    this.name = 'ServerUnreachable'
  }
}

/** Operations whose answer is bytes, not JSON. */
const inBytes = new Set<OperationName>([
  'readBody',
  'readMessage',
  'exportRequests',
  'readEventTypes',
  'readSample',
  'readObservedTypes',
])

/** A client for one server. */
export function createClient({ base, fetch }: ClientOptions): Client {
  return async function call<Name extends OperationName>(name: Name, input: CallInput<Name>) {
    // `CallInput` has checked each input for its caller; here they are all alike.
    const { params = {}, query, body, key, signal } = input as AnyInput
    // Left out only where the path has none.
    const address = addressOf(name, params as Params<Name>, query)
    const answer = await fetch(base + address, {
      method: operations[name].method,
      headers: headersOf(body, key),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    }).catch((cause: unknown) => {
      throw new ServerUnreachable(cause)
    })
    if (!answer.ok) throw new ApiProblem(readProblem(answer, await answer.text()))
    return readResult(name, answer)
  }
}

type AnyInput = {
  params?: object
  query?: Record<string, string | number | undefined>
  body?: unknown
  key?: string | undefined
  signal?: AbortSignal | undefined
}

function headersOf(body: unknown, key: string | undefined): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
  }
}

async function readResult(name: OperationName, answer: FetchAnswer): Promise<unknown> {
  if (inBytes.has(name)) return new Uint8Array(await answer.arrayBuffer())
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}

/** The problem document of an error; what a proxy in between sends is put into its words. */
function readProblem(answer: FetchAnswer, text: string): Problem {
  try {
    const problem: unknown = JSON.parse(text)
    // A `code` marks our own documents: the server types them where they are made.
    if (typeof problem === 'object' && problem !== null && 'code' in problem)
      return problem as Problem
  } catch {
    // Not JSON: the words below tell the status at least.
  }
  const title = answer.statusText || `Status ${answer.status}`
  const detail = `The server answered with status ${answer.status}.`
  return { type: 'about:blank', title, status: answer.status, detail, code: 'internal-error' }
}
