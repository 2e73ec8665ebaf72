#!/usr/bin/env node
import { readProcess } from './config.ts'
import { serve } from './main.ts'
import { helpText } from './options/help.ts'
import { exitOf } from './start/exit.ts'
import { findPackage } from './start/package.ts'

try {
  const command = readProcess()
  if (command.name === 'help') process.stdout.write(helpText())
  else if (command.name === 'version') process.stdout.write(`${findPackage().version}\n`)
  else await serve(command.config)
} catch (error) {
  const { code, message } = exitOf(error)
  process.stderr.write(`binspect: ${message}\n`)
  process.exit(code)
}
