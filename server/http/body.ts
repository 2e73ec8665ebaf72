import type { IncomingMessage } from 'node:http'
import { parseJson as describe } from '../../shared/json/parse.ts'
import { HttpProblem } from './problem.ts'

/** Longest JSON that the API reads, in bytes. */
export const inputLimit = 1024 * 1024

/**
 * Reads the JSON body of a request; no body is `undefined`.
 * @throws HttpProblem `body-too-large` | `invalid-json`
 */
export async function readJson(req: IncomingMessage): Promise<unknown> {
  const body = await readBody(req)
  if (body.length === 0) return undefined
  return parseJson(body)
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // A body without an encoding set is read as buffers.
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    // The rest is still taken off the wire, so that the sender gets to read the answer.
    if (size <= inputLimit) chunks.push(chunk)
  }
  if (size > inputLimit) {
    throw new HttpProblem('body-too-large', `At most ${inputLimit} bytes of JSON are read.`)
  }
  return Buffer.concat(chunks)
}

function parseJson(body: Buffer): unknown {
  const text = decode(body)
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The platform's message names no place that can be relied on; the lossless reader does.
    const { error } = describe(text)
    const place = error ? ` (line ${error.line}, column ${error.column})` : ''
    throw new HttpProblem('invalid-json', `${error?.message ?? 'Not JSON'}${place}.`, {
      position: error?.start,
      cause,
    })
  }
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw new HttpProblem('invalid-json', 'The bytes are not UTF-8.', { cause })
  }
}
