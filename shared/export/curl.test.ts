import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RequestDetail } from '../request.ts'
import { curlCommand } from './curl.ts'
import { sampleRequest } from './sample.ts'

type Received = { method: string; url: string; rawHeaders: string[]; body: Buffer }

let server: Server
let base: string
let received: Received[]

beforeAll(async () => {
  server = createServer((req, res) => {
    const { method = '', url = '', rawHeaders } = req
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      received.push({ method, url, rawHeaders, body: Buffer.concat(chunks) })
      res.end()
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // A server that listens on a port has an address with one.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  received = []
})

async function run(request: RequestDetail, target = '/bin/shop'): Promise<Received> {
  const shell = promisify(execFile)('bash')
  shell.child.stdin?.end(curlCommand(request, base + target))
  await shell
  const [first] = received
  if (!first) throw new Error('Nothing was sent.')
  return first
}

function withText(text: string): RequestDetail {
  return { ...sampleRequest, body: { ...sampleRequest.body, text } }
}

const bodies = {
  json: '{"a": "it\'s", "b": [1.0, "\\/", "\\u00e9"]}',
  'a file name': '@/etc/passwd',
  unicode: 'Terima kasih 🎉 é \u200b\u202e\ufeff',
  shell: '$(touch /tmp/x) `id` "$HOME" !! \\ \'; rm -rf nothing; # %s',
  'line breaks': 'a\r\nb\n\nc\n',
  control: '\x01\x1b[31m\x7f\t\x0b',
  'a dash': '-X',
  NUL: 'a\0b',
  form: 'a=1&b=%20&c=+',
  'more than one argument holds': 'x'.repeat(200_000),
  'a hex digit after an escape': '!a\u0085b',
}

describe('the command sends the body as it came', () => {
  test.each(Object.entries(bodies))('%s', async (_, text) => {
    const { method, body } = await run(withText(text))
    expect(method).toBe('POST')
    expect(body.equals(Buffer.from(text))).toBe(true)
  })

  test('bytes that are no text', async () => {
    const bytes = Buffer.from([0, 255, 10, 39, 92, 128])
    const body = { ...sampleRequest.body, text: undefined, base64: bytes.toString('base64') }
    expect((await run({ ...sampleRequest, body })).body.equals(bytes)).toBe(true)
  })
})

test('headers go in their order and case, and none is added but what curl must', async () => {
  const rawHeaders = [
    'X-B',
    '1',
    'x-a',
    "it's",
    'X-B',
    '\xe9!',
    'X-Empty',
    '',
    'Content-Length',
    '9',
  ]
  const { rawHeaders: sent } = await run({ ...sampleRequest, rawHeaders })
  expect(sent.slice(0, 2)).toEqual(['Host', new URL(base).host])
  expect(sent.slice(2)).toEqual([...rawHeaders.slice(0, -2), 'Content-Length', '2'])
})

test.each(['GET', 'HEAD', 'PUT', 'PURGE', 'M-SEARCH'])('the method %s stays', async (method) => {
  const body = { ...sampleRequest.body, text: '', size: 0 }
  expect((await run({ ...sampleRequest, method, body })).method).toBe(method)
})

test('the address stays as it is', async () => {
  const target = "/bin/shop/../a/{b,c}/[1-3]//x'%zz?q=$HOME&r=a|b"
  expect((await run(sampleRequest, target)).url).toBe(target)
})

test('what is pasted is what is seen', () => {
  const command = curlCommand(withText('a\u202eb\x1b]0;x\x07'), 'http://h/')
  expect(command).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})
