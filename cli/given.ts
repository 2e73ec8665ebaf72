import { parseArgs } from 'node:util'
import { nearest } from '../server/options/nearest.ts'
import { UsageError } from '../server/options/usage-error.ts'
import type { Reader } from '../server/options/values.ts'

/** An option of a command: `--name value`; a switch has no value. */
export type CommandOption = {
  value?: string
  help: string
  short?: string
  /** Environment variable that is read where the option is not given. */
  env?: string
}

type Value = { text: string; source: string }

/** What a command was given: its words and its options. */
export type Given = {
  words: string[]
  has(name: string): boolean
  /** The last value of an option; `undefined` where there is none. @throws UsageError */
  one<T>(name: string, read: Reader<T>): T | undefined
  all(name: string): string[]
}

/** Reads the arguments of a command. @throws UsageError for an option that it does not have */
export function readGiven(
  args: string[],
  options: Record<string, CommandOption>,
  env: NodeJS.ProcessEnv,
): Given {
  const values = new Map<string, Value[]>()
  const words: string[] = []
  const { tokens } = parseArgs({
    args,
    options: parserOptions(options),
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) throw unknown(token.rawName, Object.keys(options))
    if (option.value !== undefined && token.value === undefined) {
      throw new UsageError(`${token.rawName} needs a value: ${option.value}.`)
    }
    const value = { text: token.value ?? 'true', source: token.rawName }
    values.set(token.name, [...(values.get(token.name) ?? []), value])
  }
  const valuesOf = (name: string) => values.get(name) ?? fromEnv(options[name], env)
  return {
    words,
    has: (name) => valuesOf(name).length > 0,
    one(name, read) {
      const last = valuesOf(name).at(-1)
      return last && readValue(last, read)
    },
    all: (name) => valuesOf(name).map(({ text }) => text),
  }
}

function parserOptions(options: Record<string, CommandOption>) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { value, short }]) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short !== undefined && { short }),
      },
    ]),
  )
}

function fromEnv(option: CommandOption | undefined, env: NodeJS.ProcessEnv): Value[] {
  const source = option?.env ?? ''
  const text = env[source] ?? ''
  return text === '' ? [] : [{ text, source }]
}

function readValue<T>({ text, source }: Value, read: Reader<T>): T {
  try {
    return read(text)
  } catch (error) {
    const expected = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${source}: ${JSON.stringify(text)} is not ${expected}.`)
  }
}

function unknown(typed: string, names: string[]): UsageError {
  const meant = nearest(typed.replace(/^-+/, ''), names)
  const hint = meant === undefined ? 'See --help.' : `Did you mean --${meant}?`
  return new UsageError(`There is no option ${typed}. ${hint}`)
}
