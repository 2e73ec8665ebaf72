import { NoMatch } from '../client/client.ts'
import { describeMisses } from '../client/describe.ts'
import { UsageError } from '../server/options/usage-error.ts'
import { readCount, readWait } from '../server/options/values.ts'
import { escapeLine } from '../shared/escape-line.ts'
import { jsonOption, serverOptions, type Command } from './command.ts'
import { jsonLine } from './json-line.ts'
import { binOf } from './place.ts'
import { rowText } from './row.ts'

/** `binspect wait` */
export const waitCommand: Command = {
  name: 'wait',
  words: '<bin> <query>',
  summary: 'wait for a request that a search finds; 1 where none comes in time',
  options: {
    timeout: { value: 'TIME', help: 'how long to wait [30s]' },
    after: {
      value: 'SEQ',
      help: 'only requests after this number; else all that are there count',
    },
    ...serverOptions,
    ...jsonOption,
  },
  examples: [
    'binspect wait opt-in "trigger:tag-added email:ann@example.com"',
    'binspect wait opt-in event:sale --timeout 2m --json | jq .body.text',
  ],
  async run(given, terminal) {
    const [name, ...terms] = given.words
    if (terms.length === 0) throw new UsageError('What to wait for? Give a search. See --help.')
    const bin = await binOf(given, name, terminal)
    const query = terms.join(' ')
    const timeout = given.one('timeout', readWait) ?? 30_000
    const after = given.one('after', readCount)
    const asked = { timeout, signal: terminal.signal, ...(after !== undefined && { after }) }
    try {
      const request = await bin.waitFor(query, asked)
      await terminal.out(given.has('json') ? jsonLine(request) : `${rowText(request)}\n`)
      return 0
    } catch (error) {
      if (terminal.signal.aborted) return 130
      if (!(error instanceof NoMatch)) throw error
      const { closestMisses } = error
      if (given.has('json')) await terminal.out(jsonLine({ closestMisses }))
      else terminal.say(`Nothing matched  ${escapeLine(query)}\n${describeMisses(closestMisses)}`)
      return 1
    }
  },
}
