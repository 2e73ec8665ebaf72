import type { Command } from './command.ts'
import { completionCommand } from './completion.ts'
import { expectCommand } from './expect.ts'
import { exportCommand } from './export.ts'
import { mcpCommand } from './mcp/command.ts'
import { newCommand } from './new.ts'
import { sendCommand } from './send.ts'
import { tailCommand } from './tail.ts'
import { validateCommand } from './validate.ts'
import { waitCommand } from './wait.ts'

/** Every command but `serve`, in the order of the help. */
export const commands: readonly Command[] = [
  newCommand,
  tailCommand,
  sendCommand,
  waitCommand,
  expectCommand,
  exportCommand,
  validateCommand,
  mcpCommand,
  completionCommand(() => commands),
]

/** The command of a name; `undefined` for a name that is none. */
export function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === name)
}
