import { payloads, rows } from './corpora.ts'
import { inParallel, settled } from './faults/fuzz.ts'
import { expect, test } from './story.ts'
import { captureRules, controlRules, type Row, type Rule } from './wire-rules.ts'
import { aim, exchange, lineOf, retarget, seenOf, startReference } from './wire.ts'

/** The Node that the tables beside the messages were made with. */
const tableNode = '20.20.2'

const files = payloads().filter(({ path }) => path.endsWith('.req'))
const messages = files.map((file) => file.bytes())

for (const table of ['node-20.20.2', 'node-20.20.2.nohost']) {
  test(`a bare server makes of each message what its table tells (${table})`, async () => {
    test.skip(process.versions.node !== tableNode, `the tables tell of Node ${tableNode}`)
    const told = rows(`wire/EXPECTED.${table}.tsv`)
    const found = await askReference(messages, !table.endsWith('nohost'))
    const lines = found.map(({ path, statuses, seen, events }) => [
      path,
      statuses.join(),
      seen.map(lineOf).join(' ; ') || '-',
      events.join() || '-',
    ])
    expect(lines.map(inAnyOrder).sort(compare)).toEqual(told.map(inAnyOrder).sort(compare))
  })
}

test('raw messages as they are: no bin is named, and what Node refuses is refused', async ({
  bin,
  server,
}) => {
  const expected = await askReference(messages)
  expect(await differences(portOf(server.url), expected, controlRules)).toEqual([])
  expect(await settled(server.url, bin.id)).toEqual([])
})

const ways: Record<string, (message: Buffer, target: string) => Buffer> = {
  'the target replaced': aim,
  'the target put below': retarget,
}
for (const [way, direct] of Object.entries(ways)) {
  test(`raw messages to a bin, ${way}: each is answered and captured as Node reads it`, async ({
    bin,
    server,
  }) => {
    const targetOf = (index: number) => `/bin/${bin.id}/${index}-`
    const expected = await askReference(
      messages.map((message, index) => direct(message, targetOf(index))),
    )
    expect(await differences(portOf(server.url), expected, captureRules)).toEqual([])

    const captured = (await settled(server.url, bin.id)).map((request) => lineOf(seenOf(request)))
    const seen = expected.flatMap((row) => row.seen).filter(({ target }) => isFor(bin.id, target))
    expect(new Set(captured)).toEqual(new Set(seen.map(lineOf)))
    expect(captured).toHaveLength(seen.length)
  })
}

test('control: a server that takes requests without Host is caught', async () => {
  const expected = await askReference(messages)
  const lenient = await startReference(false)
  expect(await differences(lenient.port, expected, captureRules)).not.toEqual([])
  await lenient.close()
})

/** Sends messages, each on a connection of its own, to a bare server. */
async function askReference(sent: Buffer[], requireHostHeader = true): Promise<Row[]> {
  const reference = await startReference(requireHostHeader)
  const answers = await inParallel(sent, async (message) => {
    const { statuses, from } = await exchange(reference.port, message)
    // At once: ports are used again.
    return { statuses, seen: [], events: [], ...reference.from(from) }
  })
  await reference.close()
  return answers.map((answer, index) => {
    const message = sent[index]?.toString('latin1') ?? ''
    return { path: files[index]?.path ?? '', message, ...answer }
  })
}

/** Sends the same messages to the program. @returns what is answered otherwise, but for what rules allow */
async function differences(port: number, expected: Row[], rules: Rule[]): Promise<string[]> {
  const answers = await inParallel(expected, ({ message }) =>
    exchange(port, Buffer.from(message, 'latin1')),
  )
  const counts = new Map<string, number>()
  const different = expected.flatMap((row, index) => {
    const statuses = answers[index]?.statuses.join() ?? ''
    const rule = rules.find(({ allows }) => allows(row).some((each) => each.join() === statuses))
    const why = statuses === row.statuses.join() ? 'as Node' : rule?.why
    if (why === undefined) return [`${row.path}: ${statuses}, and Node ${row.statuses.join()}`]
    counts.set(why, (counts.get(why) ?? 0) + 1)
    return []
  })
  const description = [...counts].map(([why, count]) => `${count} ${why}`).join('; ')
  test.info().annotations.push({ type: 'rows', description })
  return different
}

/** A line of a table; which of several requests ended first is left to chance. */
function inAnyOrder([path, statuses, seen = '', events]: string[]): string {
  return [path, statuses, ...seen.split(' ; ').sort(compare), events].join('\t')
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}

function isFor(bin: string, target: string): boolean {
  return target.startsWith(`/bin/${bin}/`)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
