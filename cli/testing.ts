import { readFile, writeFile } from 'node:fs/promises'
import { findCommand } from './commands.ts'
import { failureOf } from './failure.ts'
import { runCommand } from './run.ts'
import type { Terminal } from './terminal.ts'

type Options = {
  server?: string
  key?: string
  stdin?: string
  signal?: AbortSignal
  /** Told what is written, as it is. */
  onOut?: (text: string) => void
}

/** Runs a command as typed, in a terminal that keeps what is written. */
export async function typed(words: string[], options: Options = {}) {
  const { server, key, stdin = '', signal = new AbortController().signal } = options
  let out = ''
  let said = ''
  const terminal: Terminal = {
    env: {
      ...(server !== undefined && { BINSPECT_SERVER: server }),
      ...(key !== undefined && { BINSPECT_OWNER_KEY: key }),
    },
    isTerminal: false,
    stdin: (async function* () {
      yield stdin
    })(),
    async out(text) {
      const written = typeof text === 'string' ? text : Buffer.from(text).toString()
      out += written
      options.onOut?.(written)
    },
    say(text) {
      said += `${text}\n`
    },
    readFile,
    writeFile,
    fetch,
    stream: (url, headers) => fetch(url, { headers }),
    now: () => 0,
    signal,
  }
  const [name = '', ...args] = words
  const command = findCommand(name)
  if (!command) throw new Error(`There is no command ${name}.`)
  try {
    return { code: await runCommand(command, args, terminal), out, said }
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    return { code: failure.code, out, said: failure.message }
  }
}
