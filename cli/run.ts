import { UsageError } from '../server/options/usage-error.ts'
import { readSwitch } from '../server/options/values.ts'
import type { Command } from './command.ts'
import { readGiven, type Given } from './given.ts'
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
  checkWords(command, given)
  return command.run(given, terminal)
}

/** A search may have any number of words; everything else is one. @throws UsageError */
function checkWords({ words }: Command, given: Given): void {
  if (words.includes('query')) return
  const most = words === '' ? 0 : words.split(' ').length
  const extra = given.words[most]
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many. See --help.`)
}
