import { createBin } from '../client/client.ts'
import { readText } from '../server/options/values.ts'
import { bold, dim } from './colour.ts'
import { jsonOption, serverOptions, type Command } from './command.ts'
import { jsonLine } from './json-line.ts'
import { serverOf } from './place.ts'

/** `binspect new` */
export const newCommand: Command = {
  name: 'new',
  words: '',
  summary: 'make a bin, and tell its URL and its owner key',
  options: {
    id: { value: 'ID', help: 'an id of your choice: letters, digits and dashes [made up]' },
    name: { value: 'TEXT', help: 'a name for people' },
    secret: { value: 'TEXT', help: 'secret that account webhooks are signed with' },
    ttl: { value: 'TIME', help: 'delete it after: 90m, 12h, 7d' },
    private: { help: 'only the owner key opens it' },
    server: serverOptions.server,
    ...jsonOption,
  },
  examples: [
    'binspect new',
    'binspect new --id opt-in --ttl 7d',
    'binspect new --json | jq -r .url',
  ],
  async run(given, terminal) {
    const text = (name: string) => given.one(name, readText)
    const settings = {
      id: text('id'),
      name: text('name'),
      secret: text('secret'),
      ttl: text('ttl'),
    }
    const bin = await createBin({
      server: serverOf(given),
      fetch: terminal.fetch,
      visibility: given.has('private') ? 'private' : 'link',
      ...withoutGaps(settings),
    })
    const { id, url, inspectUrl, key = '' } = bin
    await terminal.out(
      given.has('json')
        ? jsonLine({ id, url, inspectUrl, ownerKey: key })
        : `${bold('Send to')}    ${url}
${bold('Look at')}    ${inspectUrl}
${bold('Owner key')}  ${key}
${dim(`To use it here:  export BINSPECT_OWNER_KEY=${key}`)}
`,
    )
    return 0
  },
}

function withoutGaps(settings: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
}
