import { openBin, type BinHandle } from '../client/client.ts'
import { UsageError } from '../server/options/usage-error.ts'
import { readPublicUrl, readText } from '../server/options/values.ts'
import type { Given } from './given.ts'
import type { Terminal } from './terminal.ts'

/** A bin as it was named, and the server that it is on. */
type Place = { server: string; id: string; key: string | undefined }

/** Address of the server that a command talks to. */
export function serverOf(given: Given): string {
  return given.one('server', readPublicUrl) ?? 'http://127.0.0.1:5050'
}

/** The owner key that was given. */
export function keyOf(given: Given): string | undefined {
  return given.one('key', readText)
}

/** Where a bin is: named by its id, or by any of its addresses. @throws UsageError */
export function placeOf(given: Given, name: string | undefined): Place {
  const key = keyOf(given)
  if (name === undefined) throw new UsageError('Which bin? Name its id or its URL. See --help.')
  const [, server, id = ''] = /^(https?:\/\/.+?)\/bin\/([^/?#]+)/.exec(name) ?? []
  if (server !== undefined) return { server, id, key }
  if (/^[a-z0-9-]{3,64}$/.test(name)) return { server: serverOf(given), id: name, key }
  throw new UsageError(`${JSON.stringify(name)} is no id of a bin, and no URL of one.`)
}

/** The bin that was named. @throws UsageError, ApiProblem, ServerUnreachable */
export function binOf(
  given: Given,
  name: string | undefined,
  { fetch }: Terminal,
): Promise<BinHandle> {
  const { server, id, key } = placeOf(given, name)
  return openBin(id, { server, key, fetch })
}
