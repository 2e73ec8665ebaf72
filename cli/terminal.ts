import { readFile, writeFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import type { Fetch } from '../shared/client.ts'

/** All that a command touches: what it reads, where it writes, and when it is to end. */
export type Terminal = {
  env: NodeJS.ProcessEnv
  /** Whether a person reads the result, not a program or a file. */
  isTerminal: boolean
  stdin: AsyncIterable<Uint8Array | string>
  /** Whole lines for whoever reads the result; resolves when more may follow. */
  out(text: string | Uint8Array): Promise<void>
  /** What is said beside the result. */
  say(text: string): void
  readFile(path: string): Promise<Uint8Array>
  writeFile(path: string, text: string | AsyncIterable<Uint8Array>): Promise<void>
  fetch: Fetch
  /** The answer of an address as it comes, for what may be large. */
  stream(url: string, headers: Record<string, string>): Promise<Response>
  now(): number
  /** Aborted when the user presses Ctrl+C. */
  signal: AbortSignal
}

/** Milliseconds that a command has to end by itself. */
const patience = 500

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort()
      // A command that reads standard input would go on reading.
      setTimeout(() => process.exit(130), patience).unref()
    })
  }
  // Whoever read the output has gone, as `head` does: there is nobody to go on for.
  process.stdout.on('error', () => process.exit(0))
  const plain = !isColourful(process.env, process.stdout.isTTY)
  return {
    env: process.env,
    isTerminal: process.stdout.isTTY,
    stdin: process.stdin,
    out: (text) => write(plain && typeof text === 'string' ? stripVTControlCharacters(text) : text),
    say: (text) => process.stderr.write(`${text}\n`),
    readFile,
    writeFile,
    fetch,
    stream: (url, headers) => fetch(url, { headers, signal: controller.signal }),
    now: Date.now,
    signal: controller.signal,
  }
}

/** Whether colours are wanted: see https://no-color.org. */
export function isColourful(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if ((env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb') return false
  return isTerminal || (env.FORCE_COLOR ?? '') !== ''
}

function write(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve())
  })
}
