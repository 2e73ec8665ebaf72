import { readSwitch } from '../server/options/values.ts'
import type { Command } from './command.ts'
import { readGiven } from './given.ts'
import { commandHelp } from './help.ts'
import type { Terminal } from './terminal.ts'

const help = { help: { help: 'show this', short: 'h' } }

/** Runs a command with what was typed after its name. @returns the exit code */
export async function runCommand(
  command: Command,
  args: string[],
  terminal: Terminal,
): Promise<number> {
  const options = { ...command.options, ...help }
  const given = readGiven(args, options, terminal.env)
  if (given.one('help', readSwitch) === true) {
    await terminal.out(commandHelp({ ...command, options }))
    return 0
  }
  return command.run(given, terminal)
}
