import { InvalidReply } from './invalid.ts'

type Header = [name: string, value: string]

const maxHeaders = 50
const maxBytes = 8 * 1024
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/

const framing = 'would break the framing of the reply; Binspect sets it from the body.'
const browserWide =
  'would change how browsers treat every page of this address; a bin may only speak for its own reply.'

/** Why a header is refused: framing belongs to the server, the origin to the page that shows bins. */
const refused = new Map([
  ['content-length', framing],
  ['transfer-encoding', framing],
  ['connection', framing],
  ['keep-alive', framing],
  ['upgrade', framing],
  ['trailer', framing],
  ['te', framing],
  ['strict-transport-security', browserWide],
  ['clear-site-data', browserWide],
  ['service-worker-allowed', browserWide],
  ['set-cookie', browserWide],
  ['set-cookie2', browserWide],
  ['x-bin-seq', 'is set by Binspect in every reply.'],
])

/**
 * Reads the headers of a reply: a list of pairs, or an object with a text or a list of texts a name.
 * @throws InvalidReply
 */
export function readHeaders(input: unknown, pointer: string): Header[] {
  const headers = Array.isArray(input) ? fromPairs(input, pointer) : fromObject(input, pointer)
  if (headers.length > maxHeaders) {
    throw new InvalidReply(pointer, `At most ${maxHeaders} headers, not ${headers.length}.`)
  }
  const bytes = headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
  if (bytes > maxBytes) {
    throw new InvalidReply(pointer, `Headers may take ${maxBytes} bytes together, not ${bytes}.`)
  }
  return headers
}

function fromPairs(pairs: unknown[], pointer: string): Header[] {
  return pairs.map((pair, index) => {
    const at = `${pointer}/${index}`
    if (!Array.isArray(pair) || pair.length !== 2) {
      throw new InvalidReply(at, 'A header is a pair of texts: ["Name", "value"].')
    }
    return readHeader(pair[0], pair[1], at)
  })
}

function fromObject(input: unknown, pointer: string): Header[] {
  if (typeof input !== 'object' || input === null) {
    throw new InvalidReply(pointer, 'Headers are a list of pairs, or an object of texts.')
  }
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    return values.map((each) => readHeader(name, each, `${pointer}/${escapePointer(name)}`))
  })
}

function readHeader(name: unknown, value: unknown, at: string): Header {
  if (typeof name !== 'string' || typeof value !== 'string') {
    throw new InvalidReply(at, 'Name and value of a header are texts.')
  }
  if (!token.test(name)) {
    throw new InvalidReply(at, `${JSON.stringify(name)} is no header name: letters, digits, "-".`)
  }
  const reason = refusal(name.toLowerCase())
  if (reason !== undefined) throw new InvalidReply(at, `${name} ${reason}`)
  if (!fieldValue.test(value)) {
    throw new InvalidReply(
      at,
      `The value of ${name} holds a line break or a character over U+00FF.`,
    )
  }
  return [name, value]
}

function refusal(name: string): string | undefined {
  return name.startsWith('proxy-') ? 'speaks to proxies, not to the sender.' : refused.get(name)
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
