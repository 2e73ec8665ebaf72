import type { RequestDetail } from '../request.ts'
import { encodeBase64 } from './bytes.ts'
import { quoteShell, quoteShellBytes } from './shell.ts'
import { headerPairs } from '../headers.ts'

// Set by curl from the address and the body, or valid for one connection only.
const ownHeaders = new Set(['host', 'content-length', 'transfer-encoding', 'connection', 'expect'])
// Sent by curl unless told otherwise.
const curlHeaders = ['Accept', 'User-Agent', 'Content-Type', 'Expect']
// One argument may take 128 KiB on Linux.
const longestArgument = 100_000

/**
 * A command for bash or zsh that sends a request again: same method, headers in order, and body
 * byte for byte, whatever it contains.
 * @param url where it goes
 */
export function curlCommand(request: RequestDetail, url: string): string {
  const { pipe, data } = bodyOf(request)
  const words = [
    'curl',
    ...methodOf(request, data.length > 0),
    '--globoff --path-as-is',
    ...headersOf(request),
    ...data,
    quoteShell(url),
  ]
  return `${pipe}${words.join(' ')}`
}

function methodOf({ method }: RequestDetail, hasBody: boolean): string[] {
  return method === 'HEAD' && !hasBody ? ['--head'] : [`-X ${quoteShell(method)}`]
}

function headersOf({ rawHeaders }: RequestDetail): string[] {
  const sent = headerPairs(rawHeaders).filter(([name]) => !ownHeaders.has(name.toLowerCase()))
  const names = new Set(sent.map(([name]) => name.toLowerCase()))
  const withheld = curlHeaders.filter((name) => !names.has(name.toLowerCase()))
  return [
    // A semicolon makes curl send a header without a value; a colon would drop it.
    ...sent.map(
      ([name, value]) => `-H ${quoteShellBytes(value ? `${name}: ${value}` : `${name};`)}`,
    ),
    ...withheld.map((name) => `-H '${name}:'`),
  ]
}

function bodyOf({ body }: RequestDetail): { pipe: string; data: string[] } {
  if (body.base64 === undefined) {
    const { text = '' } = body
    if (text === '') return { pipe: '', data: [] }
    const isPlain = !text.includes('\0') && text.length <= longestArgument
    if (isPlain) return { pipe: '', data: [`--data-raw ${quoteShell(text)}`] }
  }
  const base64 = body.base64 ?? encodeBase64(new TextEncoder().encode(body.text ?? ''))
  return { pipe: `printf '%s' '${base64}' | base64 -d | `, data: ['--data-binary @-'] }
}
