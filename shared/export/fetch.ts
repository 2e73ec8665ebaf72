import type { RequestDetail } from '../request.ts'
import { quoteJson, sendingOf, type Sending } from './sending.ts'

/** JavaScript for Node and browsers that sends a request again. @param url where it goes */
export function fetchSnippet(request: RequestDetail, url: string): string {
  const { method, headers, body } = sendingOf(request, url)
  const isBodiless = method === 'GET' || method === 'HEAD'
  const lines = [
    `const response = await fetch(${quoteJson(url)}, {`,
    `  method: ${quoteJson(method)},`,
    '  headers: [',
    ...headers.map(([name, value]) => `    [${quoteJson(name)}, ${quoteJson(value)}],`),
    '  ],',
    ...(isBodiless ? noBody(body) : body ? [`  body: ${bodyText(body)},`] : []),
    "  redirect: 'manual',",
    '})',
    'console.log(response.status, await response.text())',
  ]
  return `${lines.join('\n')}\n`
}

function noBody(body: Sending['body']): string[] {
  return body ? ['  // The request had a body: fetch sends none with GET and HEAD.'] : []
}

function bodyText(body: NonNullable<Sending['body']>): string {
  if ('text' in body) return `new TextEncoder().encode(${quoteJson(body.text)})`
  return `Uint8Array.from(atob('${body.base64}'), (byte) => byte.charCodeAt(0))`
}
