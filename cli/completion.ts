import { catalogue } from '../shared/events/catalogue.ts'
import { options as serveOptions } from '../server/options/table.ts'
import { UsageError } from '../server/options/usage-error.ts'
import type { Command } from './command.ts'

type Completed = { name: string; summary: string; words: string[] }

/** `binspect completion`; `all` names the commands, this one among them. */
export function completionCommand(all: () => readonly Command[]): Command {
  return {
    name: 'completion',
    words: '<bash|zsh|fish>',
    summary: 'write a script that completes commands, options and events',
    options: {},
    examples: [
      'eval "$(binspect completion bash)"',
      'binspect completion zsh > ~/.zsh/completions/_binspect',
      'binspect completion fish > ~/.config/fish/completions/binspect.fish',
    ],
    async run(given, terminal) {
      const [shell = ''] = given.words
      const write = Object.hasOwn(writers, shell) ? writers[shell] : undefined
      if (!write) throw new UsageError('Which shell? One of bash, zsh, fish.')
      await terminal.out(write(completedOf(all())))
      return 0
    },
  }
}

const writers: Record<string, (commands: Completed[]) => string> = { bash, zsh, fish }

function completedOf(all: readonly Command[]): Completed[] {
  const triggers = catalogue.map(({ trigger }) => trigger)
  const serve = { name: 'serve', summary: 'keep, show and check webhooks', options: serveOptions }
  return [serve, ...all].map(({ name, summary, options }) => ({
    name,
    summary,
    words: [
      ...(name === 'send' ? triggers : []),
      ...(name === 'completion' ? Object.keys(writers) : []),
      ...Object.keys({ ...options, help: '' }).map((option) => `--${option}`),
    ],
  }))
}

function bash(commands: Completed[]): string {
  const cases = commands.map(({ name, words }) => `    ${name}) words="${words.join(' ')}" ;;`)
  return `_binspect() {
  local words="${commands.map(({ name }) => name).join(' ')} --help --version"
  if [ "$COMP_CWORD" -gt 1 ]; then case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="" ;;
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _binspect binspect
`
}

function zsh(commands: Completed[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`)
  const cases = commands.map(({ name, words }) => `    ${name}) compadd -- ${words.join(' ')} ;;`)
  return `#compdef binspect
_binspect() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case $words[2] in
${cases.join('\n')}
  esac
  _files
}
if [ "$funcstack[1]" = _binspect ]; then _binspect "$@"; else compdef _binspect binspect; fi
`
}

function fish(commands: Completed[]): string {
  const lines = commands.flatMap(({ name, summary, words }) => [
    `complete -c binspect -n __fish_use_subcommand -a ${name} -d '${quoted(summary)}'`,
    ...words.map((word) =>
      word.startsWith('--')
        ? `complete -c binspect -n '__fish_seen_subcommand_from ${name}' -l ${word.slice(2)}`
        : `complete -c binspect -n '__fish_seen_subcommand_from ${name}' -a ${word}`,
    ),
  ])
  return `${lines.join('\n')}\n`
}

/** Inside single quotes of any of these shells. */
function quoted(text: string): string {
  return text.replaceAll("'", '').replaceAll(':', '\\:')
}
