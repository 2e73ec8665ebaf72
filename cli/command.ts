import type { CommandOption, Given } from './given.ts'
import type { Terminal } from './terminal.ts'

/** One command of the program. */
export type Command = {
  name: string
  /** What follows the name: `<bin> [query]`. */
  words: string
  summary: string
  options: Record<string, CommandOption>
  /** Ready to be typed, below the options of the help. */
  examples: string[]
  /** @returns the exit code: 0, or 1 where what was asked for is not so */
  run(given: Given, terminal: Terminal): Promise<number>
}

/** Options of all commands that talk to a server. */
export const serverOptions = {
  server: {
    value: 'URL',
    help: 'address of the server [http://127.0.0.1:5050]',
    env: 'BINSPECT_SERVER',
  },
  key: {
    value: 'KEY',
    help: 'owner key; out of sight in the environment',
    env: 'BINSPECT_OWNER_KEY',
  },
} as const satisfies Record<string, CommandOption>

export const jsonOption = {
  json: { help: 'write JSON for programs to read' },
} as const satisfies Record<string, CommandOption>
