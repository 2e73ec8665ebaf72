import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type RunningApi } from '../server/testing/api.ts'
import { startTarget } from '../server/testing/target.ts'
import { samples } from '../shared/events/samples.ts'
import { commands } from './commands.ts'
import { overview } from './help.ts'
import { typed } from './testing.ts'

let api: RunningApi
let target: Awaited<ReturnType<typeof startTarget>>
let folder = ''
beforeAll(async () => {
  target = await startTarget()
  api = await startApi({ forwardTo: [target.url] })
  folder = await mkdtemp(join(tmpdir(), 'binspect-commands-'))
})
afterAll(async () => {
  await api.stop()
  target.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A new bin, and commands typed with its key. */
async function newBin() {
  const { id, key } = await api.newBin()
  return { id, key, type: (...words: string[]) => typed(words, { server: api.base, key }) }
}

const plain = (text: string) => text.replaceAll(/\u001b\[\d+m/g, '')

describe('new', () => {
  test('makes a bin that the next commands find', async () => {
    const made = await typed(['new', '--id', 'chosen', '--json'], { server: api.base })
    expect(JSON.parse(made.out)).toEqual({
      id: 'chosen',
      url: `${api.base}/bin/chosen`,
      inspectUrl: `${api.base}/bin/chosen?inspect`,
      ownerKey: expect.stringMatching(/^\S{20,}$/),
    })
    const again = await typed(['new', '--id', 'chosen'], { server: api.base })
    expect(again).toMatchObject({ code: 2, said: expect.stringContaining('chosen') })
  })

  test('tells people how to go on', async () => {
    const { out } = await typed(['new'], { server: api.base })
    expect(plain(out)).toMatch(/Send to +http\S+\nLook at +http\S+inspect\nOwner key +\S+\n/)
  })
})

describe('send', () => {
  test('sends a documented event, with values replaced', async () => {
    const { id, type } = await newBin()
    const set = ['--set', 'data.contact.email=ann@example.com', '--set', 'data.contact.id="7"']
    const sent = await type('send', 'tag-added', id, ...set)
    expect(sent).toMatchObject({ code: 0, out: expect.stringContaining('#1, answered 200') })
    const { event, verdict } = await api.client('readRequest', { params: { id, seq: 1 } })
    expect(event?.contact).toEqual({ id: '7', email: 'ann@example.com' })
    expect(verdict).toBe('invalid')
  })

  test('breaks it on purpose', async () => {
    const { id, type } = await newBin()
    const sent = await type('send', 'new-sale', id, '--broken', 'json-truncated', '--json')
    expect(JSON.parse(sent.out)).toMatchObject({ trigger: 'new-sale', seq: 1, status: 200 })
    const { verdict } = await api.client('readRequest', { params: { id, seq: 1 } })
    expect(verdict).toBe('unreadable')
  })

  test('sends to an address that the server was allowed to send to, and no other', async () => {
    const { id, type } = await newBin()
    const refused = await type('send', 'tag-added', id, '--to', 'http://127.0.0.1:9/hook')
    expect(refused).toMatchObject({ code: 77, said: expect.stringContaining('--forward-to') })
    const own = await type('send', 'tag-added', '--to', `${api.base}/bin/${id}`)
    expect(own).toMatchObject({ code: 0, out: expect.stringContaining('→  #1, answered 200') })
    const sent = await type('send', 'tag-added', id, '--to', `${target.url}/hook`, '--odd', 'emoji')
    expect(sent.out).toContain(`→  ${target.url}/hook, answered 200`)
    expect(target.hits.map(({ url }) => url)).toEqual(['/hook'])
  })

  test('knows what was meant', async () => {
    await expect(typed(['send', 'tag-aded', 'x'])).rejects.toThrow('Did you mean tag-added?')
    await expect(typed(['send', 'tag-added', 'abc', '--brokn'])).rejects.toThrow('--broken?')
    await expect(typed(['send', 'tag-added', 'a b'])).rejects.toThrow('no id of a bin')
  })

  test('without the owner key ends with 77, without a server with 69', async () => {
    const { id } = await newBin()
    expect((await typed(['send', 'tag-added', id], { server: api.base })).code).toBe(77)
    const nobody = await typed(['send', 'tag-added', id], { server: 'http://127.0.0.1:1' })
    expect(nobody).toMatchObject({ code: 69, said: expect.stringContaining('binspect serve') })
  })
})

describe('wait', () => {
  test('finds what is there, and what comes', async () => {
    const { id, type } = await newBin()
    const waiting = type('wait', id, 'trigger:tag-added', 'email:ann@example.com')
    await type('send', 'tag-added', id, '--set', 'data.contact.email=ann@example.com')
    expect(plain((await waiting).out)).toMatch(/^#1 .*valid +tag-added +ann@example\.com/)
    expect((await type('wait', `${api.base}/bin/${id}`, 'seq:1', '--json')).code).toBe(0)
  })

  test('ends with 1 and the closest misses', async () => {
    const { id, type } = await newBin()
    await type('send', 'tag-added', id)
    const waited = await type('wait', id, 'trigger:tag-added email:ann@x.y', '--timeout', '10ms')
    expect(waited.code).toBe(1)
    expect(waited.said).toMatch(
      /Closest:\n {2}#1 .* tag-added valid .*\n {4}fails {2}email:ann@x\.y/,
    )
    const inJson = await type('wait', id, 'email:ann@x.y', '--timeout', '10ms', '--json')
    expect(JSON.parse(inJson.out).closestMisses[0].failed).toEqual(['email:ann@x.y'])
  })

  test('says what is wrong with a search', async () => {
    const { id, type } = await newBin()
    expect(await type('wait', id, 'verdct:valid')).toMatchObject({
      code: 2,
      said: expect.stringContaining('verdict'),
    })
  })
})

describe('expect', () => {
  const scenario = `
name: Opt-in, <tag> & sale
order: written
sameContact: true
steps:
  - expect: funnel-step-form-subscribed
  - exactly: 1
    of: tag-added
  - expect: new-sale
  - never: tag-removed
`
  const ann = ['--set', 'data.contact.id=7', '--set', 'data.contact.email=ann@example.com']
  const annAsCustomer = ['--set', 'data.customer.contact_id=7']
  const bob = ['--set', 'data.contact.id=8', '--set', 'data.contact.email=bob@example.com']
  const optIn = ['funnel-step-form-subscribed', ...ann]
  const tag = ['tag-added', ...ann]
  const sale = ['new-sale', ...annAsCustomer, '--set', 'data.customer.email=ann@example.com']

  /** A bin that a flow was sent to, held against the scenario. */
  async function held(...flow: string[][]) {
    const { id, type } = await newBin()
    for (const [trigger = '', ...options] of flow) await type('send', trigger, id, ...options)
    const file = join(folder, 'flow.yaml')
    await writeFile(file, scenario)
    const report = join(folder, `${id}.xml`)
    const { code, out } = await type('expect', file, '--bin', id, '--junit', report)
    return { code, out: plain(out), junit: await readFile(report, 'utf8') }
  }

  test('ends with 0 where the flow is as it has to be', async () => {
    const { code, out, junit } = await held(optIn, tag, sale)
    expect(out).toMatch(/^passed {2}Opt-in, <tag> & sale {2}for 7\n✓ 1\. expect .*#1\n/)
    expect(code).toBe(0)
    expect(junit).toContain(
      '<testsuite name="Opt-in, &lt;tag&gt; &amp; sale" tests="4" failures="0"',
    )
    expect(junit.match(/<testcase [^>]*\/>/g)).toHaveLength(4)
  })

  test.each([
    ['missing', [optIn, tag], '✗ 3. expect  new-sale'],
    ['twice', [optIn, tag, tag, sale], '✗ 2. exactly 1  tag-added'],
    ['of another contact', [optIn, ['tag-added', ...bob], sale], 'contact: expected 7, was 8'],
    ['in the wrong order', [tag, optIn, sale], 'order: expected'],
    ['forbidden', [optIn, tag, sale, ['tag-removed', ...ann]], '✗ 4. never  tag-removed'],
  ])('ends with 1 for an event that is %s, and tells the step', async (_, flow, told) => {
    const { code, out, junit } = await held(...flow)
    expect(code).toBe(1)
    expect(out).toContain(told)
    expect(junit).toMatch(/<testcase [^>]*><failure message="[^"]+">/)
  })

  test('waits for what comes, and takes a scenario from a pipe', async () => {
    const { id, key, type } = await newBin()
    const stdin = '{"name": "n", "steps": [{"expect": "tag-added"}]}'
    const words = ['expect', '-', '--bin', id, '--timeout', '20s', '--json']
    const expecting = typed(words, { server: api.base, key, stdin })
    await type('send', 'tag-added', id)
    const { code, out } = await expecting
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ name: 'n', state: 'passed', steps: [{ seqs: [1] }] })
  })

  test('tells what is wrong with a scenario, and where', async () => {
    const { id } = await newBin()
    const expecting = typed(['expect', '-', '--bin', id], { stdin: 'name: n\nsteps: []\n' })
    await expect(expecting).rejects.toThrow(/cannot be read:\n-:2:\d+ /)
  })
})

describe('tail', () => {
  test('shows what is there, then what comes, until it is stopped', async () => {
    const { id, key, type } = await newBin()
    await type('send', 'tag-added', id)
    const controller = new AbortController()
    const words = ['tail', id, 'family:automation', '--json']
    const shown: number[] = []
    const onOut = (line: string) => void shown.push(JSON.parse(line).seq)
    const following = typed(words, { server: api.base, key, signal: controller.signal, onOut })
    await api.capture(id, 'not this one')
    await type('send', 'new-sale', id)
    await expect.poll(() => shown).toEqual([1, 3])
    controller.abort()
    expect((await following).code).toBe(0)
  })

  test('begins with the last, and ends where it is told to', async () => {
    const { id, type } = await newBin()
    for (const _ of [1, 2, 3]) await api.capture(id, 'x')
    const { out } = await type('tail', id, '--last', '2', '--no-follow')
    expect(
      plain(out)
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 2)),
    ).toEqual(['#2', '#3'])
  })

  test('lets nothing that was captured reach the terminal', async () => {
    const { id, type } = await newBin()
    const evil = '\u001b]0;pwned\u0007\u009b31m\u202e\u001b]52;c;ZXZpbA==\u0007'
    const event = { ...JSON.parse(samples['tag-added']), type: `contact.tag.added${evil}` }
    event.data.contact.email = `a${evil}@example.com`
    await api.capture(id, JSON.stringify(event), {
      headers: { 'Content-Type': 'application/json' },
    })
    await api.ask(`/bin/${id}/%0a%1b[2J`, { method: 'POST', body: evil })
    for (const words of [
      ['tail', id, '--no-follow'],
      ['tail', id, '--no-follow', '--json'],
      ['wait', id, 'seq:1'],
      ['wait', id, 'seq:1', '--json'],
      ['wait', id, 'email:nobody@x.y', '--timeout', '1ms'],
    ]) {
      const { out, said } = await type(...words)
      expect(plain(out + said)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    }
  })
})

describe('export', () => {
  test('writes to standard output, or to a file', async () => {
    const { id, type } = await newBin()
    await type('send', 'tag-added', id)
    await api.capture(id, 'hello')
    const { out } = await type('export', id, 'trigger:tag-added')
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).seq),
    ).toEqual([1])
    const file = join(folder, 'all.har')
    expect((await type('export', id, '--format', 'har', '-o', file)).code).toBe(0)
    expect(JSON.parse(await readFile(file, 'utf8')).log.entries).toHaveLength(2)
  })

  test('tells why not', async () => {
    const refused = await typed(['export', 'no-such-bin'], { server: api.base })
    expect(refused.code).toBe(66)
    await expect(typed(['export', 'abc', '-f', 'pdf'])).rejects.toThrow('one of har, json')
  })
})

describe('validate', () => {
  test('needs no server, and ends with 0 for what is documented', async () => {
    const file = join(folder, 'payload.json')
    await writeFile(file, samples['tag-added'])
    const { code, out } = await typed(['validate', file])
    expect(code).toBe(0)
    expect(plain(out)).toMatch(/^valid .*\(contact\.tag\.added\)\n/)
  })

  test('tells each finding at its place, and ends with 1', async () => {
    const stdin = samples['tag-added'].replace(/"email": ?"[^"]*"/, '"email": 5')
    const { code, out } = await typed(['validate', '-'], { stdin })
    expect(code).toBe(1)
    expect(plain(out)).toMatch(
      /^invalid .*\n-:\d+:\d+ {2}error wrong-type {2}\/data\/contact\/email/,
    )
  })

  test('takes headers, and JSON for programs', async () => {
    const stdin = samples['account-sale-new']
    const bare = await typed(['validate', '-', '--json'], { stdin })
    expect([bare.code, JSON.parse(bare.out).verdict]).toEqual([1, 'ambiguous'])
    const named = ['validate', '-', '-H', 'X-Webhook-Event: SALE_NEW']
    expect((await typed(named, { stdin })).code).toBe(0)
  })

  test('is strict when asked to be', async () => {
    const stdin = `\ufeff${samples['tag-added']}`
    expect((await typed(['validate', '-'], { stdin })).code).toBe(0)
    expect((await typed(['validate', '-', '--strict'], { stdin })).code).toBe(1)
  })

  test('ends with 66 for a file that is not there', async () => {
    expect((await typed(['validate', join(folder, 'none.json')])).code).toBe(66)
  })
})

describe('help', () => {
  test.each([
    ['new', 'opt-in'],
    ['send', 'tag-added', 'opt-in', 'again'],
    ['expect', 'a.yaml', 'b.yaml'],
    ['completion', 'bash', 'zsh'],
  ])('is named where %s gets a word that it does not take', async (...words) => {
    await expect(typed(words)).rejects.toThrow(`"${words.at(-1)}" is one word too many.`)
  })

  test.each(commands.map(({ name }) => name))('of %s tells its options', async (name) => {
    const { code, out } = await typed([name, '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`Usage: binspect ${name}`)
    expect(out.split('\n').every((line) => line.length <= 120)).toBe(true)
    expect(overview()).toContain(`  ${name} `)
  })
})
