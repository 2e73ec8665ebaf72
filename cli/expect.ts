import { ScenarioFailed } from '../client/client.ts'
import { describeScenario } from '../client/describe-scenario.ts'
import { UsageError } from '../server/options/usage-error.ts'
import { readCount, readText, readWait } from '../server/options/values.ts'
import { escapeLine } from '../shared/escape-line.ts'
import { parseScenario } from '../shared/scenario/parse.ts'
import type { ScenarioResult } from '../shared/scenario/result.ts'
import { bold, dim, green, red } from './colour.ts'
import { jsonOption, serverOptions, type Command } from './command.ts'
import { readInput } from './input.ts'
import { jsonLine } from './json-line.ts'
import { junitOf } from './junit.ts'
import { binOf } from './place.ts'

/** `binspect expect` */
export const expectCommand: Command = {
  name: 'expect',
  words: '<scenario|->',
  summary: 'hold the requests of a bin against a scenario; 1 where it does not pass',
  options: {
    bin: { value: 'BIN', help: 'the bin: its id or its URL' },
    timeout: { value: 'TIME', help: 'wait so long for a decision, 2m at most [0s]' },
    after: { value: 'SEQ', help: 'only requests after this number' },
    junit: { value: 'FILE', help: 'write a JUnit report as well' },
    ...serverOptions,
    ...jsonOption,
  },
  examples: [
    'binspect expect opt-in.yaml --bin opt-in',
    'binspect expect sale.yaml --bin shop --timeout 1m --junit report.xml',
  ],
  async run(given, terminal) {
    const [file] = given.words
    if (file === undefined) throw new UsageError('Which scenario? "-" is standard input.')
    const text = new TextDecoder().decode(await readInput(file, terminal))
    const name = nameOf(file, text)
    const bin = await binOf(given, given.one('bin', readText), terminal)
    const after = given.one('after', readCount)
    const began = terminal.now()
    const result = await resultOf(
      bin.expect(text, {
        timeout: given.one('timeout', readTimeout) ?? 0,
        signal: terminal.signal,
        ...(after !== undefined && { after }),
      }),
    )
    const junit = given.one('junit', readText)
    const seconds = (terminal.now() - began) / 1000
    if (junit !== undefined) await terminal.writeFile(junit, junitOf(name, result, seconds))
    await terminal.out(given.has('json') ? jsonLine({ name, ...result }) : textOf(name, result))
    return result.state === 'passed' ? 0 : 1
  },
}

const readTimeout = (text: string) => (/^0(s|ms)?$/.test(text) ? 0 : readWait(text))

/** What is wrong with a scenario is told as compilers do. @throws UsageError */
function nameOf(file: string, text: string): string {
  const { scenario, errors } = parseScenario(text)
  if (scenario) return scenario.name
  const faults = errors.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`)
  throw new UsageError(`The scenario cannot be read:\n${faults.map(escapeLine).join('\n')}`)
}

async function resultOf(expecting: Promise<ScenarioResult>): Promise<ScenarioResult> {
  try {
    return await expecting
  } catch (error) {
    if (error instanceof ScenarioFailed) return error.result
    throw error
  }
}

const colours = new Map([
  ['✓', green],
  ['✗', red],
])

function textOf(name: string, result: ScenarioResult): string {
  const { state, contact } = result
  const whom = contact === null ? '' : `  for ${escapeLine(contact)}`
  const head = `${(state === 'passed' ? green : red)(bold(state))}  ${escapeLine(name)}${whom}`
  const steps = describeScenario(result)
    .split('\n')
    .map((line) => (colours.get(line.charAt(0)) ?? dim)(line))
  return `${[head, ...steps].join('\n')}\n`
}
