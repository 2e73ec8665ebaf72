import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Makes the data folder of this version that later versions have to read, and what they have to
 * show of it: `node tools/start.mjs --build-only && node e2e/faults/make-golden.mjs`. To be run
 * once for each format, before its first release; from then on the two files stay as they are.
 */

const root = resolve(import.meta.dirname, '../..')
const fixtures = join(import.meta.dirname, 'fixtures')
const format = 2

/** What was kept; everything else is worked out of it, and may become better. */
const kept =
  'seq receivedAt completedAt method target httpVersion rawHeaders trailers peer size flags pinned notes reply'
const settings = 'id name visibility createdAt expiresAt latest oldest counts reply hasSecret'

const data = mkdtempSync(join(tmpdir(), 'binspect-golden-'))
const options = ['--port', '0', '--data', data, '--body-limit', '80000', '--max-requests', '9']
const server = spawn(process.execPath, [join(root, 'dist/server/cli.js'), ...options], {
  env: { ...process.env, BINSPECT_READY: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const url = await ready()
/** @type {Map<string, string>} */
const keys = new Map()

await makeShop()
await makeOdds()
await makeFull()
const expected = {
  format,
  keys: Object.fromEntries(keys),
  bins: await Promise.all([...keys.keys()].map(show)),
}
writeFileSync(join(fixtures, `format-${format}.json`), `${JSON.stringify(expected, null, 2)}\n`)
server.kill('SIGTERM')
await once(server, 'exit')
spawnSync('tar', ['-czf', join(fixtures, `format-${format}.tar.gz`), '-C', data, '.'])
rmSync(data, { recursive: true })

/** Events, pins, notes, a signing secret, a shape of one's own, replies in turn. */
async function makeShop() {
  const reply = {
    status: 201,
    headers: [
      ['X-Two', '1'],
      ['X-Two', '2'],
    ],
    body: 'thanks ☃\n',
    delay: 5,
    cors: true,
    sequence: [500, { status: 202, body: 'wait' }, 200],
  }
  const shop = { id: 'shop', name: 'Zoë’s shop', visibility: 'private', secret: 'whsec', reply }
  await make(shop)
  await call('POST', '/api/bins/shop/shapes', {
    name: 'Ping',
    match: 'ping',
    schema: { type: 'object' },
  })
  for (const trigger of ['new-sale', 'tag-added'])
    await call('POST', '/api/bins/shop/send', { trigger })
  await send(
    'POST /bin/shop HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{"ping":true}\n',
  )
  await call('PATCH', '/api/bins/shop/requests/1', { pinned: true, note: 'the first ☃' })
}

/** What is unusual on the wire. */
async function makeOdds() {
  await make({ id: 'odds', ttl: '36500d' })
  await send(
    'POST /bin/odds/%zz/../a?b=c&b=%ff HTTP/1.1\r\nHOST: x\r\nX-Two: 1\r\nx-two: \xe9\r\nTransfer-Encoding: chunked\r\nTrailer: X-End\r\n\r\n2\r\nhi\r\n0\r\nX-End: yes\r\n\r\n',
  )
  await send(`PUT /bin/odds HTTP/1.0\r\nContent-Length: 6\r\n\r\n\x00\xff\xfe\x80ab`)
  await send(
    `POST /bin/odds/long HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n${'long '.repeat(14_000)}`,
  )
  await send(
    `POST /bin/odds/truncated HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n${'\xff'.repeat(90_000)}`,
  )
  await send('POST /bin/odds/aborted HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nbroken off')
  await send(
    'GET /bin/odds HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n',
  )
  await send('POST /bin/odds HTTP/1.1\r\nHost: x\r\nContent-Length: 15\r\n\r\n{\n\t"lines": 3\n}')
  await send('POST /bin/odds HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"a":\t"\0')
  await send('GET /bin/odds nonsense\r\n\r\n')
  await call('DELETE', '/api/bins/odds/requests/2')
}

/** More than the cap lets a bin hold. */
async function makeFull() {
  await make({ id: 'full' })
  for (let seq = 1; seq <= 12; seq += 1)
    await send(`POST /bin/full/${seq} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi`)
}

/** @param {{ id: string }} settings */
async function make(settings) {
  const { ownerKey } = await call('POST', '/api/bins', settings)
  keys.set(settings.id, ownerKey)
}

/** @param {string} id */
async function show(id) {
  const bin = await call('GET', `/api/bins/${id}`)
  const { shapes } = await call('GET', `/api/bins/${id}/shapes`)
  const { requests } = await call('GET', `/api/bins/${id}/requests?order=asc`)
  const details = requests.map(async (/** @type {{ seq: number }} */ { seq }) => {
    const { body, ...detail } = await call('GET', `/api/bins/${id}/requests/${seq}`)
    const { size, sha256, truncated } = body
    return { ...pick(detail, kept), body: { size, sha256, truncated } }
  })
  return { bin: pick(bin, settings), shapes, requests: await Promise.all(details) }
}

/** @param {Record<string, unknown>} from @param {string} names */
function pick(from, names) {
  return Object.fromEntries(names.split(' ').map((name) => [name, from[name]]))
}

/** @param {string} method @param {string} path @param {unknown} [body] */
async function call(method, path, body) {
  const id = path.split('/')[3] ?? ''
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${keys.get(id)}` }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(url + path, { method, headers, ...sent })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** Sends bytes, closes its side, and waits until the server has closed too. @param {string} bytes */
async function send(bytes) {
  const socket = connect({
    port: Number(new URL(url).port),
    host: '127.0.0.1',
    allowHalfOpen: true,
  })
  socket.on('error', () => {}).resume()
  socket.end(Buffer.from(bytes, 'latin1'))
  await once(socket, 'close')
}

/** @returns {Promise<string>} */
async function ready() {
  for await (const chunk of server.stdout) {
    const [, address] = /^ready (\S+)$/m.exec(String(chunk)) ?? []
    if (address !== undefined) return address
  }
  throw new Error('the server does not start')
}
