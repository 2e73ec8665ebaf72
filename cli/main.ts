#!/usr/bin/env node
import { readProcess } from '../server/config.ts'
import { nearest } from '../server/options/nearest.ts'
import { UsageError } from '../server/options/usage-error.ts'
import { exitOf } from '../server/start/exit.ts'
import { findPackage } from '../server/start/package.ts'
import { commands, findCommand } from './commands.ts'
import { failureOf } from './failure.ts'
import { overview } from './help.ts'
import { runCommand } from './run.ts'
import { processTerminal } from './terminal.ts'

try {
  const [word = '', ...rest] = process.argv.slice(2)
  const command = findCommand(word)
  if (command) process.exitCode = await runCommand(command, rest, processTerminal())
  else if (word === 'help') process.stdout.write(overview())
  else if (word === '' || word === 'serve' || word.startsWith('-')) await serveOrTell()
  else throw unknownCommand(word)
} catch (error) {
  const { code, message } = failureOf(error) ?? exitOf(error)
  process.stderr.write(`binspect: ${message}\n`)
  process.exit(code)
}

function unknownCommand(word: string): UsageError {
  const meant = nearest(word, ['serve', ...commands.map(({ name }) => name)])
  const hint = meant === undefined ? 'See --help.' : `Did you mean ${meant}?`
  return new UsageError(`There is no command "${word}". ${hint}`)
}

async function serveOrTell() {
  const command = readProcess()
  if (command.name === 'help') process.stdout.write(overview())
  else if (command.name === 'version') process.stdout.write(`${findPackage().version}\n`)
  else {
    // Loaded for this only: the other commands start in a fraction of the time without it.
    const { serve } = await import('../server/main.ts')
    await serve(command.config)
  }
}
