import { headerOf } from './raw-headers.ts'

const allMethods = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'

/** Whether a browser asks for leave to send the real request. */
export function isPreflight(method: string, rawHeaders: readonly string[]): boolean {
  return method === 'OPTIONS' && headerOf(rawHeaders, 'access-control-request-method') !== undefined
}

/**
 * Lets the page that sent the request read the reply. The origin is named rather than `*`, so that
 * pages that send credentials are served too: a bin gives none and honours none.
 */
export function corsHeaders(rawHeaders: readonly string[]): string[] {
  const origin = headerOf(rawHeaders, 'origin')
  if (origin === undefined) return ['Access-Control-Allow-Origin', '*']
  return [
    'Access-Control-Allow-Origin',
    origin,
    'Access-Control-Allow-Credentials',
    'true',
    'Access-Control-Expose-Headers',
    'X-Bin-Seq',
    'Vary',
    'Origin',
  ]
}

/** Grants whatever a preflight asks for. */
export function preflightHeaders(rawHeaders: readonly string[]): string[] {
  const asked = headerOf(rawHeaders, 'access-control-request-method')
  const headers = headerOf(rawHeaders, 'access-control-request-headers')
  const privateNetwork = headerOf(rawHeaders, 'access-control-request-private-network')
  return [
    ...corsHeaders(rawHeaders),
    'Access-Control-Allow-Methods',
    asked === undefined ? allMethods : `${asked}, ${allMethods}`,
    ...(headers === undefined ? [] : ['Access-Control-Allow-Headers', headers]),
    ...(privateNetwork === undefined ? [] : ['Access-Control-Allow-Private-Network', 'true']),
  ]
}
