import { parseArgs } from 'node:util'
import { nearest } from './nearest.ts'
import { envName, optionEntries, type OptionName } from './table.ts'
import { UsageError } from './usage-error.ts'
import type { Reader } from './values.ts'

/** One value of an option, and how whoever gave it would name it: `--port` or `BINSPECT_PORT`. */
type Value = { text: string; source: string }

/** What was given on the command line and in the environment; the command line goes first. */
export type Given = {
  has: (name: OptionName) => boolean
  /** The last value of an option, or the fallback. @throws UsageError */
  one: <T, F>(name: OptionName, read: Reader<T>, fallback: F) => T | F
  /** All values of an option. @throws UsageError */
  all: <T>(name: OptionName, read: Reader<T>) => T[]
  /** Words that belong to no option. */
  words: string[]
}

const names = optionEntries.map(([name]) => name)
const known = new Map<string, OptionName>(names.map((name) => [name, name]))

const parserOptions = Object.fromEntries(
  optionEntries.map(([name, { value, short }]) => [
    name,
    {
      type: value === undefined ? ('boolean' as const) : ('string' as const),
      ...(short !== undefined && { short }),
    },
  ]),
)

/** Collects the options without reading their values. @throws UsageError for one that is unknown */
export function collectOptions(args: string[], env: NodeJS.ProcessEnv): Given {
  const { values: onLine, words } = fromArgs(args)
  const valuesOf = (name: OptionName) => onLine.get(name) ?? fromEnv(name, env)
  return {
    words,
    has: (name) => valuesOf(name).length > 0,
    one(name, read, fallback) {
      const last = valuesOf(name).at(-1)
      return last === undefined ? fallback : readValue(last, read)
    },
    all: (name, read) => valuesOf(name).map((value) => readValue(value, read)),
  }
}

function fromArgs(args: string[]) {
  const values = new Map<OptionName, Value[]>()
  const words: string[] = []
  const { tokens } = parseArgs({ args, options: parserOptions, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const name = known.get(token.name) ?? failUnknown(token.rawName)
    const value = { text: textOf(name, token.value), source: token.rawName }
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return { values, words }
}

function textOf(name: OptionName, value: string | undefined): string {
  const takesValue = optionEntries.some(([each, option]) => each === name && option.value)
  if (value !== undefined) return value
  if (!takesValue) return 'true'
  throw new UsageError(`--${name} needs a value. See --help.`)
}

function fromEnv(name: OptionName, env: NodeJS.ProcessEnv): Value[] {
  const [, option] = optionEntries.find(([each]) => each === name) ?? []
  for (const source of [envName(name), option?.plainEnv ?? '']) {
    const text = env[source] ?? ''
    if (text === '') continue
    const texts = option?.many ? text.split(',').map((part) => part.trim()) : [text]
    return texts.map((each) => ({ text: each, source }))
  }
  return []
}

function readValue<T>({ text, source }: Value, read: Reader<T>): T {
  try {
    return read(text)
  } catch (error) {
    const expected = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${source}: ${JSON.stringify(text)} is not ${expected}.`)
  }
}

function failUnknown(typed: string): never {
  const meant = nearest(typed.replace(/^-+/, ''), names)
  const hint = meant === undefined ? 'See --help.' : `Did you mean --${meant}?`
  throw new UsageError(`There is no option ${typed}. ${hint}`)
}
