import type { RequestDetail } from '../request.ts'
import { quoteShell, quoteShellBytes } from './shell.ts'
import { hasHeader, sendingOf, type Sending } from './sending.ts'

// Sent by HTTPie unless told otherwise.
const addedHeaders = ['Accept', 'Accept-Encoding', 'Content-Type', 'User-Agent']

/** A command of HTTPie for bash or zsh that sends a request again. @param url where it goes */
export function httpieCommand(request: RequestDetail, url: string): string {
  const sending = sendingOf(request, url)
  const { method, body } = sending
  const words = [
    'http',
    ...(body ? [] : ['--ignore-stdin']),
    '--path-as-is',
    quoteShell(method),
    quoteShell(url),
    ...sending.headers.map(([name, value]) => quoteShellBytes(headerItem(name, value))),
    ...addedHeaders.filter((name) => !hasHeader(sending, name)).map((name) => `'${name}:'`),
  ]
  return `${pipeOf(body)}${words.join(' ')}\n`
}

/** As an argument, a body would be taken for fields, or for the name of a file. */
function pipeOf(body: Sending['body']): string {
  if (!body) return ''
  if ('text' in body) return `printf '%s' ${quoteShell(body.text)} | `
  return `printf '%s' '${body.base64}' | base64 -d | `
}

/**
 * `:=` and `:@` would make a field, or read a file: a value may not begin like that. HTTPie has no way
 * to say a backslash in front of one of these characters; it is lost.
 */
function headerItem(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}:${value.replace(/^[:;=@]/, String.raw`\$&`)}`
}
