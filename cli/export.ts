import { addressOf } from '../shared/operations.ts'
import { exportFormats } from '../shared/request-list.ts'
import { escapeLine } from '../shared/escape-line.ts'
import { createClient, ServerUnreachable } from '../shared/client.ts'
import { readChoice, readText } from '../server/options/values.ts'
import { serverOptions, type Command } from './command.ts'
import { placeOf } from './place.ts'
import type { Terminal } from './terminal.ts'

/** `binspect export` */
export const exportCommand: Command = {
  name: 'export',
  words: '<bin> [query]',
  summary: 'write the requests of a bin, oldest first',
  options: {
    format: { value: exportFormats.join('|'), help: 'what to write [ndjson]', short: 'f' },
    output: { value: 'FILE', help: 'where to [standard output]', short: 'o' },
    ...serverOptions,
  },
  examples: [
    'binspect export opt-in --format har -o opt-in.har',
    'binspect export opt-in verdict:invalid --format curl',
  ],
  async run(given, terminal) {
    const [name, ...terms] = given.words
    const { server, id, key } = placeOf(given, name)
    const format = given.one('format', readChoice(exportFormats)) ?? 'ndjson'
    const q = terms.join(' ')
    const address = addressOf('exportRequests', { id }, { format, q: q === '' ? undefined : q })
    const body = await bytesFrom(terminal, server + address, key)
    const file = given.one('output', readText)
    if (file !== undefined) await terminal.writeFile(file, body)
    else if (terminal.isTerminal) await showEscaped(body, terminal)
    else for await (const chunk of body) await terminal.out(chunk)
    return 0
  },
}

/** For eyes, not for programs: whatever would steer the terminal is shown instead. */
async function showEscaped(body: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<void> {
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n')
    await terminal.out(lines.map(escapeLine).join('\n'))
  }
}

/** The answer as it comes: exports are as large as bins. @throws ApiProblem, ServerUnreachable */
async function bytesFrom(terminal: Terminal, url: string, key: string | undefined) {
  const headers: Record<string, string> = {}
  if (key !== undefined) headers.Authorization = `Bearer ${key}`
  const answer = await terminal.stream(url, headers).catch((cause: unknown) => {
    throw new ServerUnreachable(cause)
  })
  // The words of a refusal are read where those of all calls are.
  if (!answer.ok) await createClient({ base: url, fetch: async () => answer })('health', {})
  if (answer.body === null) throw new ServerUnreachable(new Error('an answer without a body'))
  return answer.body
}
