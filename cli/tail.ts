import type { RequestList } from '../shared/request-list.ts'
import { readCount } from '../server/options/values.ts'
import { jsonOption, serverOptions, type Command } from './command.ts'
import type { Given } from './given.ts'
import type { BinHandle } from '../client/client.ts'
import { jsonLine } from './json-line.ts'
import { binOf } from './place.ts'
import { rowText } from './row.ts'

/** `binspect tail` */
export const tailCommand: Command = {
  name: 'tail',
  words: '<bin> [query]',
  summary: 'show the requests of a bin as they come',
  options: {
    last: { value: 'N', help: 'begin with so many that are there already [10]', short: 'n' },
    after: { value: 'SEQ', help: 'begin after this number' },
    'no-follow': { help: 'end after those that are there' },
    ...serverOptions,
    ...jsonOption,
  },
  examples: [
    'binspect tail opt-in',
    'binspect tail opt-in "verdict:invalid or verdict:unreadable"',
    'binspect tail opt-in --json | jq .event.contact.email',
  ],
  async run(given, terminal) {
    const [name, ...terms] = given.words
    const bin = await binOf(given, name, terminal)
    const query = terms.join(' ')
    const inJson = given.has('json')
    const after = await startOf(given, bin, query)
    const requests = given.has('no-follow')
      ? heldAfter(bin, query, after)
      : bin.requests({ query, after, signal: terminal.signal, patience: Infinity })
    for await (const request of requests) {
      await terminal.out(inJson ? jsonLine(request) : `${rowText(request)}\n`)
    }
    return 0
  },
}

const readLast = (text: string) => (text === '0' ? 0 : readCount(text))

/** The number after which to begin. */
async function startOf(given: Given, bin: BinHandle, q: string): Promise<number> {
  const after = given.one('after', readLast)
  if (after !== undefined) return after
  const last = given.one('last', readLast) ?? 10
  const { requests, latest } = await bin.list({ q, limit: Math.min(500, Math.max(1, last)) })
  const first = last === 0 ? undefined : requests.at(-1)
  return first === undefined ? latest : first.seq - 1
}

/** What is there already, oldest first. */
async function* heldAfter(bin: BinHandle, q: string, start: number) {
  let after: number | null = start
  while (after !== null) {
    const page: RequestList = await bin.list({ q, after, order: 'asc', limit: 500 })
    yield* page.requests
    after = page.next
  }
}
