import { catalogue, findEvent } from '../shared/events/catalogue.ts'
import type { Trigger } from '../shared/events/trigger.ts'
import { breakages, type Breakage } from '../shared/breakage.ts'
import { nearest } from '../server/options/nearest.ts'
import { UsageError } from '../server/options/usage-error.ts'
import { readText } from '../server/options/values.ts'
import { jsonOption, serverOptions, type Command } from './command.ts'
import { jsonLine } from './json-line.ts'
import { binOf } from './place.ts'

/** `binspect send` */
export const sendCommand: Command = {
  name: 'send',
  words: '<trigger> <bin>',
  summary: 'send a documented event to a bin, as the real sender would',
  options: {
    set: { value: 'PATH=VALUE', help: 'replace a value; JSON, or else a text. May be repeated' },
    broken: { value: 'CODE', help: 'break it, by the finding to provoke. May be repeated' },
    list: { help: 'show what can be sent' },
    ...serverOptions,
    ...jsonOption,
  },
  examples: [
    'binspect send tag-added opt-in',
    'binspect send new-sale opt-in --set data.customer.email=ann@example.com',
    'binspect send tag-added opt-in --broken wrong-type',
  ],
  async run(given, terminal) {
    if (given.has('list')) {
      await terminal.out(catalogue.map(({ trigger, type }) => `${trigger}  ${type}\n`).join(''))
      return 0
    }
    const [word, name] = given.words
    const trigger = triggerOf(word)
    const bin = await binOf(given, name, terminal)
    const broken = given.all('broken').map(breakageOf)
    const sent = await bin.send(trigger, overridesOf(given.all('set')), { broken })
    const { seq, status, bytes } = sent
    await terminal.out(
      given.has('json')
        ? jsonLine(sent)
        : `${trigger}  ${bytes} B  →  #${seq ?? '?'}, answered ${status ?? 'not at all'}\n`,
    )
    return status === null ? 1 : 0
  },
}

function triggerOf(word: string | undefined): Trigger {
  if (word === undefined) throw new UsageError('Which event? "binspect send --list" shows them.')
  const entry = findEvent(word)
  if (entry) return entry.trigger
  const meant = nearest(
    word,
    catalogue.map(({ trigger }) => trigger),
  )
  const hint = meant === undefined ? 'See "binspect send --list".' : `Did you mean ${meant}?`
  throw new UsageError(`There is no event "${word}". ${hint}`)
}

function breakageOf(word: string): Breakage {
  const breakage = breakages.find((each) => each === word)
  if (breakage) return breakage
  throw new UsageError(`--broken: "${word}" is none of ${breakages.join(', ')}.`)
}

/** `data.contact.id=5` is a number, `data.contact.id="5"` and `data.tag.name=lead` are texts. */
export function overridesOf(settings: string[]): Record<string, unknown> {
  return Object.fromEntries(
    settings.map((setting) => {
      const end = setting.indexOf('=')
      if (end < 1) throw new UsageError(`--set: "${setting}" is not PATH=VALUE.`)
      return [readText(setting.slice(0, end)), valueOf(setting.slice(end + 1))]
    }),
  )
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
