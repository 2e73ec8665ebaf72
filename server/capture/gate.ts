/** A request to be kept, whatever its method; the bin may be unknown. */
export type CaptureRoute = {
  plane: 'capture'
  bin: string
  /** The query has the key `inspect`, though the method is none that looks. */
  inspect: boolean
}

/** Which plane a request belongs to, and which bin it names. */
export type Route =
  | CaptureRoute
  /** Somebody looks at a bin: never kept. */
  | { plane: 'inspect'; bin: string }
  | { plane: 'control' }

const control: Route = { plane: 'control' }
const prefix = '/bin/'
const absolute = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i
const endOfId = /[/?#]/g

/**
 * Decides by the raw request target: nothing is decoded and no URL is parsed, because both rewrite
 * what hostile targets say (`/bin/a/../x`, `//evil.example/bin/x`, `/bin/a%2fb`).
 */
export function routeOf(method: string, target: string): Route {
  const start = target.startsWith('/') ? 0 : pathOfAbsolute(target)
  if (!target.startsWith(prefix, start)) return control
  const idStart = start + prefix.length
  endOfId.lastIndex = idStart
  const idEnd = endOfId.test(target) ? endOfId.lastIndex - 1 : target.length
  const bin = target.slice(idStart, idEnd)
  const inspect = idEnd < target.length && hasInspectKey(target, idEnd)
  if (inspect && (method === 'GET' || method === 'HEAD')) return { plane: 'inspect', bin }
  return { plane: 'capture', bin, inspect }
}

/** Proxies are sent the whole URL (`GET http://host/bin/x`): its path decides as well. */
function pathOfAbsolute(target: string): number {
  return absolute.exec(target)?.[0].length ?? target.length
}

function hasInspectKey(target: string, from: number): boolean {
  const query = target.indexOf('?', from)
  const fragment = target.indexOf('#', from)
  if (query < 0 || (fragment >= 0 && fragment < query)) return false
  const text = target.slice(query + 1, fragment < 0 ? undefined : fragment)
  return text.split('&').some((pair) => pair === 'inspect' || pair.startsWith('inspect='))
}
