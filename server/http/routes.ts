import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Router } from 'express'
import type { TSchema } from 'typebox'
import { operations, type OperationName, type ParamsOf } from '../../shared/operations.ts'
import type { Api } from '../../shared/api.ts'
import { bodySchemas } from '../../shared/input.ts'
import { readJson } from './body.ts'
import { readInput } from './input.ts'
import { HttpProblem } from './problem.ts'
import { queryOf } from './target.ts'

type BodyOf<Name extends OperationName> = Api[Name] extends { body: infer Body } ? Body : undefined

/** One call of an operation, taken apart. */
export type Call<Name extends OperationName> = {
  req: IncomingMessage
  res: ServerResponse
  params: Record<keyof ParamsOf<(typeof operations)[Name]['path']>, string>
  query: URLSearchParams
  /** Reads the input: after it is known that whoever sends it may do so. @throws HttpProblem */
  body: () => Promise<BodyOf<Name>>
}

type Result<Name extends OperationName> = Api[Name]['result'] | typeof answered

/** Gives the result of an operation, or `answered` where it has sent an answer of its own. */
export type Handler<Name extends OperationName> = (
  call: Call<Name>,
) => Result<Name> | Promise<Result<Name>>

/** Returned by a handler that has sent its answer itself. */
export const answered = { answered: true } as const

/** A call that has succeeded, as observers see it. */
export type Made = {
  name: OperationName
  params: ReadonlyMap<string, string>
  body: unknown
  result: unknown
}
export type ChangeObserver = (made: Made) => Promise<void>

const observers = new WeakMap<Router, ChangeObserver>()

/** Tells of every call that changes something, once it has and before its caller knows. */
export function observeChanges(router: Router, observer: ChangeObserver): void {
  observers.set(router, observer)
}

const successStatus: Partial<Record<OperationName, number>> = {
  createBin: 201,
  createShape: 201,
  createShare: 201,
  createScenario: 201,
  sendEvent: 202,
  startPlayback: 202,
}
const schemas = new Map<string, TSchema>(Object.entries(bodySchemas))

/** Serves one operation of the API, and sends its result as JSON. */
export function route<Name extends OperationName>(
  router: Router,
  name: Name,
  handle: Handler<Name>,
): void {
  const { method, path } = operations[name]
  router[verbs[method]](path, async (req, res) => {
    // What takes no input refuses one that is too large or no JSON before anything is done.
    if (method !== 'GET' && !schemas.has(name)) await readJson(req)
    let input: Promise<unknown> | undefined
    const body = () => (input ??= readBody(name, req))
    // The path names these parameters, and the schema of the operation checks the body.
    const call = { req, res, params: req.params, query: queryOf(req), body } as Call<Name>
    const result = await handle(call)
    if (method !== 'GET') {
      const params = new Map(Object.entries<string>(req.params))
      await observers.get(router)?.({ name, params, body: await input, result })
    }
    if (result === answered) return
    sendJson(res, successStatus[name] ?? 200, result)
  })
}

const verbs = { GET: 'get', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const

async function readBody(name: OperationName, req: IncomingMessage): Promise<unknown> {
  const input = await readJson(req)
  const schema = schemas.get(name)
  return schema && readInput(schema, input === undefined ? {} : input)
}

/** Sends a value as JSON; `undefined` is an answer without a body. */
export function sendJson(res: ServerResponse, status: number, value: unknown): void {
  if (value === undefined) {
    res.writeHead(204).end()
    return
  }
  const text = JSON.stringify(value)
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  })
  res.end(res.req.method === 'HEAD' ? undefined : text)
}

/** Answers every other method on the paths of the API with 405; comes after all operations. */
export function refuseOtherMethods(router: Router): void {
  for (const [path, methods] of methodsByPath()) {
    router.all(path, (req) => {
      throw new HttpProblem('method-not-allowed', `${req.method} is not allowed here.`, {
        headers: { Allow: methods.join(', ') },
      })
    })
  }
}

function methodsByPath(): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  for (const { method, path } of Object.values(operations)) {
    const methods = paths.get(path) ?? []
    paths.set(path, [...methods, ...(method === 'GET' ? ['GET', 'HEAD'] : [method])])
  }
  return paths
}
