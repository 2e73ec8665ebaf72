import { helpText } from '../server/options/help.ts'
import type { Command } from './command.ts'
import type { CommandOption } from './given.ts'
import { commands } from './commands.ts'

/** What `binspect --help` shows: the commands, then the options of `serve`. */
export function overview(): string {
  const rows = commands.map(({ name, words, summary }): [string, string] => [
    `${name} ${words}`.trimEnd(),
    summary,
  ])
  return `${helpText()}
Commands:

${table([['serve', 'keep, show and check webhooks; what is done without a command'], ...rows])}

"binspect <command> --help" tells more of each. They talk to the server that --server or
BINSPECT_SERVER names, with the owner key of BINSPECT_OWNER_KEY.
`
}

/** What `binspect <command> --help` shows. */
export function commandHelp({ name, words, summary, options, examples }: Command): string {
  const rows = Object.entries(options).map(([option, about]): [string, string] => [
    usage(option, about),
    about.env === undefined ? about.help : `${about.help} (${about.env})`,
  ])
  return `binspect ${name}: ${summary}

Usage: binspect ${name} ${words ? `${words} ` : ''}[options]

${table(rows)}

Examples:

${examples.map((example) => `  ${example}\n`).join('')}`
}

function usage(name: string, { value, short }: CommandOption): string {
  const letter = short === undefined ? '    ' : `-${short}, `
  return `${letter}--${name}${value === undefined ? '' : ` ${value}`}`
}

function table(rows: [string, string][]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
