import { randomBytes } from 'node:crypto'
import { findPackage } from '../../server/start/package.ts'
import { serverOptions, type Command } from '../command.ts'
import { binOf } from '../place.ts'
import { createHandler } from './handler.ts'
import { serveLines } from './protocol.ts'

/** `binspect mcp` */
export const mcpCommand: Command = {
  name: 'mcp',
  words: '[bin]',
  summary: 'let a language model look at bins, over MCP on standard input and output',
  options: serverOptions,
  examples: [
    'claude mcp add binspect -- binspect mcp opt-in',
    'BINSPECT_OWNER_KEY=… binspect mcp my-private-bin',
  ],
  async run(given, terminal) {
    const [usual] = given.words
    const handler = createHandler({
      version: findPackage().version,
      open: (name) => binOf(given, name ?? usual, terminal),
      mark: () => `captured-${randomBytes(8).toString('hex')}`,
    })
    await serveLines(terminal.stdin, (line) => terminal.out(line), handler)
    return 0
  },
}
