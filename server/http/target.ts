import type { IncomingMessage } from 'node:http'

/** A request target taken apart, nothing decoded or resolved. */
export type Target = {
  /** `host:port` of the absolute form (`GET http://host/path`), else `undefined`. */
  authority: string | undefined
  path: string
  /** With its question mark; empty where there is none. */
  search: string
}

/**
 * Splits a raw request target. `new URL` would not do: it takes `//host/x` for a host and
 * rewrites `/a/../b`.
 */
export function parseTarget(raw: string): Target {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/is.exec(raw)
  const rest = absolute ? (absolute[2] ?? '') : raw
  const mark = rest.indexOf('?')
  return {
    authority: absolute?.[1],
    path: (mark < 0 ? rest : rest.slice(0, mark)) || '/',
    search: mark < 0 ? '' : rest.slice(mark),
  }
}

/**
 * A request target seen from the path under which a proxy shows this server: the same whether the
 * proxy takes that path off or not. Empty where it is that path and no more.
 * @param base begins with a slash and ends with none; empty: the root
 */
export function withoutBase(target: string, base: string): string {
  if (base === '') return target
  const origin = target.startsWith('/') ? null : /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(target)
  const start = origin?.[0].length ?? 0
  if (!target.startsWith(base, start)) return target
  const rest = target.slice(start + base.length)
  return rest === '' || /^[/?#]/.test(rest) ? target.slice(0, start) + rest : target
}

/** Path of an address of this server, under which a proxy shows it; empty: the root. */
export function basePathOf(url: string | null): string {
  return url === null ? '' : new URL(url).pathname.replace(/\/+$/, '')
}

/** The same of an address that may change, worked out when it does: it is asked for with each request. */
export function basePathFrom(url: () => string | null): () => string {
  let [seen, path]: [string | null, string] = [null, '']
  return () => {
    const now = url()
    if (now !== seen) [seen, path] = [now, basePathOf(now)]
    return path
  }
}

/** Parameters of a request's query. */
export function queryOf(req: IncomingMessage): URLSearchParams {
  return new URLSearchParams(parseTarget(req.url ?? '/').search)
}

/**
 * Way from a path to the root, relative: right under every prefix that a proxy may add. Also of what
 * is no path, such as `*`.
 */
export function wayToRoot(path: string): string {
  return '../'.repeat(Math.max(0, path.split('/').length - 2)) || './'
}
