import type { SentEvent } from '../shared/sending.ts'
import { escapeLine } from '../shared/escape-line.ts'
import { catalogue, findEvent } from '../shared/events/catalogue.ts'
import type { Trigger } from '../shared/events/trigger.ts'
import { breakages, oddities } from '../shared/breakage.ts'
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
    set: { value: 'PATH=VALUE', help: 'replace a value; JSON, or else a text; may be repeated' },
    to: {
      value: 'URL',
      help: 'send it to a target of the server instead (see serve --forward-to)',
    },
    broken: { value: 'CODE', help: 'break it, by the finding to provoke; may be repeated' },
    odd: { value: 'WAY', help: `send it awkwardly: ${oddities.join(', ')}` },
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
    const address = given.one('to', readText)
    // A bin needs no permission: its own URL names it as well as its id does.
    const isBin = name === undefined && address?.includes('/bin/') === true
    const bin = await binOf(given, isBin ? address : name, terminal)
    const to = isBin ? undefined : address
    const sent = await bin.send(trigger, overridesOf(given.all('set')), {
      broken: given.all('broken').map((word) => choose('--broken', word, breakages)),
      odd: given.all('odd').map((word) => choose('--odd', word, oddities)),
      ...(to !== undefined && { to }),
    })
    await terminal.out(given.has('json') ? jsonLine(sent) : sentText(sent, to))
    return sent.status === null ? 1 : 0
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

function choose<T extends string>(option: string, word: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === word)
  if (choice !== undefined) return choice
  throw new UsageError(`${option}: "${word}" is none of ${choices.join(', ')}.`)
}

function sentText({ trigger, bytes, seq, status, sendings }: SentEvent, to?: string): string {
  const where = to ?? (seq === null ? 'the bin' : `#${seq}`)
  const fault = sendings.find(({ fault }) => fault !== null)?.fault?.message
  const answer = status === null ? `not answered: ${fault ?? ''}` : `answered ${status}`
  return `${escapeLine(`${trigger}  ${bytes} B  →  ${where}, ${answer}`)}\n`
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
