import { optionEntries, type Option } from './table.ts'

/** What `--help` shows. */
export function helpText(): string {
  const rows = optionEntries.map(([name, option]) => ({ usage: usage(name, option), ...option }))
  const width = Math.max(...rows.map((row) => row.usage.length))
  const lines = rows.map((row) => `  ${row.usage.padEnd(width)}  ${row.help}`)
  return `Binspect keeps, shows and checks the webhooks that are sent to it.

Usage: binspect [serve] [options]        npm start -- [options]

${lines.join('\n')}

Every option is an environment variable too: --body-limit is BINSPECT_BODY_LIMIT. PORT and HOST
are read as well. Switches take true or false. BINSPECT_READY=1 prints "ready http://host:port"
once connections are accepted.
`
}

function usage(name: string, { value, short, many }: Option): string {
  const letter = short === undefined ? '    ' : `-${short}, `
  return `${letter}--${name}${value === undefined ? '' : ` ${value}`}${many ? ' …' : ''}`
}
