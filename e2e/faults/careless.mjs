import { createHash, randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { WebSocketServer } from 'ws'

/**
 * A webhook inspector as one writes it in an hour: it answers first and stores later, takes bodies
 * for text, keeps everything in memory, ignores errors, locks and checks nothing. The fault tests
 * run against it too, and have to catch it.
 */

const { values } = parseArgs({
  strict: false,
  options: { port: { type: 'string' }, data: { type: 'string' } },
})
const data = String(values.data)
const file = join(data, 'requests.ndjson')
mkdirSync(data, { recursive: true })

/** @type {{ bin: string, seq: number, receivedAt: string, target: string, method: string, text: string }[]} */
const requests = readStored()
/** @type {string[]} */
let unwritten = []
let unwrittenSize = 0
// Not by time alone: what a fast machine sends in less would never meet the fault.
const flushAt = 1_000_000
// A long body at once, while its connection and all others still hold what they hold.
const longLine = 64 * 1024
const flush = () => {
  const lines = unwritten.join('')
  unwritten = []
  unwrittenSize = 0
  try {
    appendFileSync(file, lines)
  } catch {}
}
setInterval(flush, 300)
process.on('SIGTERM', () => {
  flush()
  process.exit(0)
})
process.on('uncaughtException', () => {})

const sockets = new WebSocketServer({ noServer: true })
const server = createServer({ maxHeaderSize: 32_768 }, (req, res) => {
  const [, room, bin = '', ...rest] = (req.url ?? '').split(/[/?]/)
  if (room === 'bin') return capture(req, res, bin)
  const id = rest[0] ?? ''
  if (req.method === 'POST') return json(res, 201, { bin: { id: randomUUID() }, ownerKey: '' })
  if (rest[1] === 'export') return res.end(exported(id))
  if (rest[1] === 'requests' && rest.length === 3) return json(res, 200, { requests: of(id) })
  if (rest[3] === 'body') return res.end(requests.find(({ seq }) => seq === Number(rest[2]))?.text)
  return json(res, 200, { status: 'ok', latest: requests.length })
})
server.on('upgrade', (req, socket, head) => {
  sockets.handleUpgrade(req, socket, head, (client) => {
    client.on('error', () => {})
    client.send(JSON.stringify({ type: 'hello' }))
  })
})
server.maxHeadersCount = 0
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  process.stdout.write(`ready http://127.0.0.1:${port}\n`)
})

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {string} bin
 */
function capture(req, res, bin) {
  let text = ''
  req.on('data', (chunk) => (text += chunk))
  req.on('error', () => {})
  req.on('close', () => {
    const seq = requests.length + 1
    const { url: target = '', method = '' } = req
    const request = { bin, seq, receivedAt: new Date().toISOString(), target, method, text }
    requests.push(request)
    const line = `${JSON.stringify(request)}\n`
    unwritten.push(line)
    unwrittenSize += line.length
    if (unwrittenSize > flushAt || line.length > longLine) flush()
    const frame = { type: 'requests', requests: [{ seq, path: target }] }
    for (const client of sockets.clients) client.send(JSON.stringify(frame))
    res.setHeader('X-Bin-Seq', seq)
    if (!res.writableEnded) json(res, 200, {})
  })
}

/** @param {string} id */
function of(id) {
  const found = requests.filter(({ bin }) => bin === id)
  return found.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt)).map(detail)
}

/** @param {string} id */
function exported(id) {
  return of(id)
    .map((request) => `${JSON.stringify(request)}\n`)
    .join('')
}

/** @param {(typeof requests)[number]} request */
function detail({ text, ...request }) {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const size = Buffer.byteLength(text)
  return {
    ...request,
    flags: [],
    rawHeaders: [],
    httpVersion: '1.1',
    size,
    body: { size, sha256, text },
  }
}

/** @param {import('node:http').ServerResponse} res @param {number} status @param {unknown} value */
function json(res, status, value) {
  const text = JSON.stringify(value)
  res.writeHead(status, { 'Content-Length': Buffer.byteLength(text) }).end(text)
}

function readStored() {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  } catch {
    return []
  }
}
