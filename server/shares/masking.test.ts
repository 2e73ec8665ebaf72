import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFormats } from '../../shared/request-list.ts'
import { operations, type OperationName } from '../../shared/operations.ts'
import { automationTriggers, accountTriggers } from '../../shared/events/trigger.ts'
import { sharedOperations } from '../../shared/share/allowed.ts'
import { startApi, type RunningApi } from '../testing/api.ts'
import { LiveClient } from '../testing/live-client.ts'

let api: RunningApi
let bin: string
let key: string
let share: string
let token: string
const triggers = [...automationTriggers, ...accountTriggers]

/** Told to nobody: each is a word of its own, so that it can be found wherever it stands. */
const person = {
  email: 'zoe.quill@hidden-mail.org',
  phone: '+33 6 98 76 54 32',
  first_name: 'Zoequillfirst',
  surname: 'Quillovary',
  street_address: '77 Hiddenstreet Lane',
  postcode: 'ZQ7-1HX',
  ip: '203.0.113.77',
}
const secretHeaders = [
  'Authorization',
  'Proxy-Authorization',
  'Cookie',
  'Set-Cookie',
  'X-Api-Key',
  'Api-Key',
  'X-Auth-Token',
  'X-Access-Token',
  'X-CSRF-Token',
  'X-Webhook-Signature',
  'X-Hub-Signature-256',
  'Stripe-Signature',
  'X-Shopify-Hmac-Sha256',
  'X-Gitlab-Token',
  'X-Amz-Security-Token',
  'X-Secret',
  'X-Session-Id',
  'X-Client-Password',
  'Cf-Access-Jwt-Assertion',
  'X-Anything-Else',
]
const headerSecrets = secretHeaders.map((_, index) => `hush${index}Tr0mb0neQx${index}`)
const querySecrets = ['tok', 'key', 'sec', 'pwd', 'sig'].map((word) => `${word}Zz9Xylophone`)

beforeAll(async () => {
  api = await startApi({ trustProxy: ['127.0.0.1'] })
  const made = await api.newBin({ secret: 'hush-signing-secret' })
  bin = made.id
  key = made.key
  for (const trigger of triggers) await capture(personal(await sample(trigger)))
  await captureOdd()
  const params = { id: bin }
  await api.client('markRequest', {
    params: { id: bin, seq: 1 },
    key,
    body: { note: `Call ${person.first_name} at ${person.phone}, ${person.email}` },
  })
  const created = await api.client('createShare', { params, key, body: {} })
  share = created.share.id
  token = created.token
})
afterAll(() => api.stop())

async function sample(trigger: string): Promise<string> {
  return (await api.ask(`/api/events/${trigger}/sample.json`)).text()
}

/** The sample, of our person. */
function personal(text: string): string {
  const values: Record<string, string> = { ...person, phone_number: person.phone }
  return text
    .replace(/"(?:email|clientIp|client_ip|ip)": ?"[^"]*"/g, (pair) => {
      const isEmail = pair.startsWith('"email"')
      return pair.replace(/"[^"]*"$/, JSON.stringify(isEmail ? person.email : person.ip))
    })
    .replace(
      /"(phone_number|street_address|first_name|surname|postcode)": ?"[^"]*"/g,
      (_, name) => `"${name}": ${JSON.stringify(values[name])}`,
    )
    .replace(
      /"fields": ?\[\]/,
      `"fields": [{"fieldName": "First name", "slug": "first_name", "value": "${person.first_name}"}]`,
    )
}

async function capture(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const query = `token=${querySecrets[0]}&key=${querySecrets[1]}&client_secret=${querySecrets[2]}&password=${querySecrets[3]}&sig=${querySecrets[4]}&email=${encodeURIComponent(person.email)}`
  await api.capture(`${bin}/hooks/${person.email}?${query}`, body, {
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': person.ip,
      ...Object.fromEntries(secretHeaders.map((name, index) => [name, headerSecrets[index] ?? ''])),
      ...headers,
    },
  })
}

async function captureOdd() {
  const json = JSON.stringify({
    type: 'order',
    [person.email]: 'as a key',
    buyer: { name: person.surname, nested: JSON.stringify({ email: person.email }) },
    greeting: `Dear ${person.surname}, your password=${querySecrets[3]}`,
    page: `https://shop.example/thanks?email=${encodeURIComponent(person.email)}&first_name=${person.first_name}`,
    packed: Buffer.from(`${person.email} ${person.first_name}`).toString('base64'),
    api_key: querySecrets[1],
    phones: [{ number: person.phone, phone: 33698765432 }],
  })
  await capture(json)
  await capture(json)
  await capture(json.slice(0, -20))
  await capture(`${json}${json}`)
  await capture(gzipSync(json), { 'Content-Encoding': 'gzip' })
  await capture(`Hello ${person.first_name}`, { 'Content-Type': 'text/plain' })
  await capture(`<name>${person.surname}</name>`, { 'Content-Type': 'application/xml' })
  await capture(Buffer.from(json, 'utf16le'), { 'Content-Type': 'application/json' })
  await capture(
    `--x\r\nContent-Disposition: form-data; name="n"\r\n\r\n${person.surname}\r\n--x--`,
    {
      'Content-Type': 'multipart/form-data; boundary=x',
    },
  )
  await capture(
    `data[contact][email]=${encodeURIComponent(person.email)}&first_name=${person.first_name}&payload=${encodeURIComponent(json)}`,
    { 'Content-Type': 'application/x-www-form-urlencoded' },
  )
  await capture(`[${await sample('tag-added').then(personal)}]`)
  await capture(JSON.stringify(await sample('tag-added').then(personal)))
  await capture(personal(await sample('new-sale')).replace('"type"', '"typo"'))
  await capture(
    personal(await sample('new-sale')).replace(
      '"coupon"',
      `"zzextra": "${person.surname}", "coupon"`,
    ),
  )
}

/** Everything that must not be found, in every form that it may take. */
function secrets(): string[] {
  const plain = [...Object.values(person), '33698765432', ...headerSecrets, ...querySecrets]
  const all = [...plain, bin, key, 'hush-signing-secret', 'hidden-mail', 'Hiddenstreet']
  return all.flatMap((text) => [
    text,
    encodeURIComponent(text),
    Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1),
    Buffer.from(text).toString('hex'),
  ])
}

function expectHidden(what: string, bytes: Uint8Array) {
  const buffer = Buffer.from(bytes)
  for (const text of [buffer.toString('latin1'), buffer.toString('utf8')]) {
    for (const secret of secrets()) {
      const at = text.toLowerCase().indexOf(secret.toLowerCase())
      expect(at < 0 ? '' : `${what}: …${text.slice(Math.max(0, at - 60), at + 60)}…`).toBe('')
    }
  }
}

async function fetchAll(path: string) {
  const answer = await api.ask(path, { key: token })
  const head = JSON.stringify([...answer.headers])
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), head }
}

/** Each operation of the table with every request, format and trigger, right and wrong. */
function addresses(): string[] {
  const seqs = Array.from({ length: triggers.length + 15 }, (_, index) => index + 1)
  const queries: Partial<Record<OperationName, string[]>> = {
    listRequests: [
      '?limit=500',
      '?order=asc',
      `?q=${person.email}`,
      '?q=%22',
      '?q=verdict:valid',
      '?limit=x',
    ],
    waitForRequest: [
      '?timeout=1',
      `?timeout=1&q=${person.first_name}`,
      '?timeout=1&q=event:nothing',
    ],
    exportRequests: [...exportFormats.map((format) => `?format=${format}`), '?format=x'],
    readBody: ['', '?decoded'],
    listObserved: ['', '?trigger=nothing', ...triggers.map((trigger) => `?trigger=${trigger}`)],
    readObservedSchema: ['', ...triggers.map((trigger) => `?trigger=${trigger}`)],
    readObservedTypes: ['', ...triggers.map((trigger) => `?trigger=${trigger}`)],
  }
  return [...sharedOperations].flatMap((name) =>
    (queries[name] ?? ['']).flatMap((query) =>
      seqs.map((seq) =>
        operations[name].path
          .replace(':id', share)
          .replace(':seq', String(seq))
          .replace(':trigger', triggers[seq % triggers.length] ?? '')
          .concat(query),
      ),
    ),
  )
}

describe('a viewer', () => {
  test('finds nothing personal and no secret in anything that can be fetched', async () => {
    const paths = [...new Set(addresses())]
    const statuses = new Map<number, number>()
    for (const path of paths) {
      const { status, bytes, head } = await fetchAll(path)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      // The documented sample is printed for everybody.
      expectHidden(
        `${status} ${path.replace(/q=.*/, 'q=…')}`,
        path.includes('q=') ? withoutQuery(bytes) : bytes,
      )
      expectHidden(`head of ${path.replace(/q=.*/, '')}`, Buffer.from(head))
    }
    expect(statuses.get(200)).toBeGreaterThan(150)
    expect(statuses.get(500)).toBeUndefined()
  }, 60_000)

  test('finds none in what shapes say that were made of a request', async () => {
    const made = await api.newBin()
    await api.capture(made.id, JSON.stringify({ [person.email]: person.surname, n: 1 }), {
      headers: { 'Content-Type': 'application/json' },
    })
    const body = { name: `Of ${person.email}`, from: 1 }
    await api.client('createShape', { params: { id: made.id }, key: made.key, body })
    await api.capture(made.id, '{"n":2}', { headers: { 'Content-Type': 'application/json' } })
    const params = { id: made.id }
    const shown = await api.client('createShare', { params, key: made.key, body: {} })
    const seen = { params: { id: shown.share.id, seq: 2 }, key: shown.token }
    const detail = await api.client('readRequest', seen)
    expect(detail.issues.map(({ code }) => code)).toContain('missing')
    expectHidden('issues', Buffer.from(JSON.stringify(detail)))
  })

  test('finds none in the frames of the live stream either', async () => {
    const client = new LiveClient(api.port, `/api/bins/${share}/live`)
    const frames: Buffer[] = []
    client.socket.on('message', (data: Buffer) => frames.push(data))
    client.socket.once('open', () => client.socket.send(JSON.stringify({ type: 'auth', token })))
    await client.until(() => client.seqs.length >= triggers.length + 13)
    await capture(personal(await sample('new-sale')))
    const params = { id: bin, seq: 2 }
    await api.client('markRequest', { params, key, body: { note: person.email, pinned: true } })
    await client.until(() => client.of('changed').length > 0 && client.of('bin').length > 0)
    await client.close()
    expectHidden('frames', Buffer.concat(frames))
  })

  test.each(Object.entries(person))('cannot find out the %s by searching', async (_, value) => {
    for (const q of [JSON.stringify(value), JSON.stringify(value.slice(0, 5)), `ip:${person.ip}`]) {
      const found = await list(q)
      expect(found.requests).toEqual([])
    }
  })

  test('sees one stand-in for one person, and can search for it', async () => {
    const { requests } = await list('event:contact or event:customer')
    const emails = new Set(requests.map(({ event }) => event?.contact.email))
    emails.delete(undefined)
    expect([...emails]).toEqual([expect.stringMatching(/^contact-\w{6}@masked\.example$/)])
    const again = await list(`email:${[...emails][0]}`)
    expect(again.requests.length).toBeGreaterThan(5)
  })

  test('sees the verdicts and signatures that the owner sees', async () => {
    const own = await api.client('listRequests', { params: { id: bin }, query: { limit: 500 } })
    const { requests } = await list('', 500)
    expect(requests.map(({ verdict }) => verdict)).toEqual(
      own.requests.map(({ verdict }) => verdict),
    )
    const seq = triggers.length
    const [mine, theirs] = await Promise.all([
      api.client('readRequest', { params: { id: bin, seq } }),
      api.client('readRequest', { params: { id: share, seq }, key: token }),
    ])
    expect(theirs.signature.status).toBe(mine.signature.status)
    expect(theirs.source.via).toBe('forwarded')
  })

  test('sees each documented sample, as printed, as valid as the owner does', async () => {
    const made = await api.newBin()
    for (const trigger of automationTriggers) {
      await api.capture(made.id, await sample(trigger), {
        headers: { 'Content-Type': 'application/json' },
      })
    }
    const params = { id: made.id }
    const shown = await api.client('createShare', { params, key: made.key, body: {} })
    const { requests } = await api.client('listRequests', {
      params: { id: shown.share.id },
      key: shown.token,
      query: {},
    })
    expect(requests.map(({ verdict }) => verdict)).toEqual(automationTriggers.map(() => 'valid'))
  })

  test('sees issues where they stand in the text that is shown', async () => {
    const { requests } = await list('', 500)
    let ranges = 0
    for (const { seq } of requests) {
      const { issues, body } = await api.client('readRequest', {
        params: { id: share, seq },
        key: token,
      })
      for (const { range, path, code } of issues) {
        if (!range || code !== 'extra') continue
        ranges += 1
        const name = path.split('/').at(-1) ?? ''
        expect(body.text?.slice(Math.max(0, range.start - 40), range.end)).toContain(name)
      }
    }
    expect(ranges).toBeGreaterThan(0)
  })

  test('is told why a body is not shown', async () => {
    const reasons = new Set<string | undefined>()
    for (const { seq } of (await list('', 500)).requests) {
      const params = { id: share, seq }
      const { body } = await api.client('readRequest', { params, key: token })
      if (body.withheld) expect(body.text ?? '').toBe('')
      reasons.add(body.withheld)
    }
    expect(reasons).toEqual(new Set([undefined, 'unreadable', 'encoded', 'unknown-form', 'binary']))
  })

  test('sees everything where masking is switched off', async () => {
    const made = await api.client('createShare', {
      params: { id: bin },
      key,
      body: { mask: false },
    })
    const params = { id: made.share.id, seq: 7 }
    const [mine, theirs] = await Promise.all([
      api.client('readBody', { params: { id: bin, seq: 7 } }),
      api.client('readBody', { params, key: made.token }),
    ])
    expect(theirs).toEqual(mine)
    const detail = await api.client('readRequest', { params, key: made.token })
    expect(JSON.stringify(detail)).not.toContain(bin)
    expect(JSON.stringify(detail)).toContain(person.email)
  })
})

const list = (q: string, limit = 50) =>
  api.client('listRequests', { params: { id: share }, key: token, query: { q, limit } })

/** What a viewer asked for may be said back. */
function withoutQuery(bytes: Buffer): Buffer {
  const text = bytes.toString()
  return text.includes('"failed"') ? Buffer.from(text.replace(/"failed":\[[^\]]*\]/g, '')) : bytes
}
