import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RequestDetail } from '../request.ts'
import { sampleRequest } from './sample.ts'
import { snippetOf, type SnippetLanguage } from './snippets.ts'

type Received = { method: string; url: string; headers: string[]; body: Buffer }

let server: Server
let base: string
let received: Received[]
const folder = mkdtempSync(join(tmpdir(), 'binspect-snippets-'))

beforeAll(async () => {
  server = createServer((req, res) => {
    const { method = '', url = '', rawHeaders: headers } = req
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      received.push({ method, url, headers, body: Buffer.concat(chunks) })
      res.end('ok')
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // A server that listens on a port has an address with one.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  received = []
})

/** How each snippet is run, and what has to be installed for that. */
const runners: Partial<Record<SnippetLanguage, { needs: string[]; file: string; run: string[] }>> =
  {
    fetch: { needs: ['node', '--version'], file: 'x.mjs', run: ['node'] },
    python: { needs: ['python3', '--version'], file: 'x.py', run: ['python3'] },
    php: {
      needs: ['php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'],
      file: 'x.php',
      run: ['php'],
    },
    httpie: { needs: ['http', '--version'], file: 'x.sh', run: ['bash'] },
    powershell: {
      needs: ['pwsh', '-Version'],
      file: 'x.ps1',
      run: ['pwsh', '-NoProfile', '-NonInteractive', '-File'],
    },
  }

const bodies = {
  json: '{"a": "it\'s", "b": [1.0, "\\/", "\\u00e9"], "c": "é"}',
  'a file name': '@/etc/passwd',
  'emoji and marks of direction': 'Terima kasih 🎉 é \u200b\u202e\ufeff',
  'what shells, PHP and templates replace':
    '$(id) `id` "$HOME" ${x} {$y} !! \\ \' %s %% ?> \\x41 \\n',
  'line breaks': 'a\r\nb\n\nc\n',
  control: '\x01\x1b[31m\x7f\t\x0b',
  'typographic quotes': '‘a’ ‚b‛ “c”',
  NUL: 'a\0b',
  'a long text': 'x'.repeat(200_000),
}

for (const [language, runner] of Object.entries(runners)) {
  const isThere = spawnSync(runner.needs[0] ?? '', runner.needs.slice(1)).status === 0
  const title = isThere
    ? language
    : `${language} IS NOT INSTALLED HERE: none of its snippets was run`
  if (!isThere) console.warn(title)

  const send = async (request: RequestDetail, target = '/bin/shop?a=b'): Promise<Received> => {
    const file = join(folder, runner.file)
    // The keys of `runners` are languages.
    writeFileSync(file, snippetOf[language as SnippetLanguage](request, base + target))
    const [program = '', ...options] = runner.run
    await promisify(execFile)(program, [...options, file])
    const [first] = received
    if (!first) throw new Error('Nothing was sent.')
    return first
  }

  describe.skipIf(!isThere)(title, () => {
    test.each(Object.entries(bodies))('sends the body as it came: %s', async (_, text) => {
      const { method, url, body } = await send({
        ...sampleRequest,
        body: { ...sampleRequest.body, text },
      })
      expect([method, url]).toEqual(['POST', '/bin/shop?a=b'])
      expect(body.equals(Buffer.from(text))).toBe(true)
    })

    test('sends bytes that are no text', async () => {
      const bytes = Buffer.from([0, 255, 10, 39, 92, 128, 64])
      const body = { ...sampleRequest.body, text: undefined, base64: bytes.toString('base64') }
      expect((await send({ ...sampleRequest, body })).body.equals(bytes)).toBe(true)
    })

    test('sends its headers, whatever is in them, and the method', async () => {
      const pairs = [
        ['X-Quotes', `it's "$HOME" \`id\` \\ %s`],
        ['X-Field', '=@/etc/passwd:=;'],
        ['X-Twice', 'a'],
        ['X-Twice', 'b'],
        ['Content-Type', 'text/x; charset="y"'],
      ] as const
      const rawHeaders = ['Host', 'elsewhere', ...pairs.flat(), 'Content-Length', '99']
      const { method, headers } = await send({ ...sampleRequest, method: 'PUT', rawHeaders })
      expect(method).toBe('PUT')
      const sent = headers.flatMap((name, at) =>
        at % 2 ? [] : [[name.toLowerCase(), headers[at + 1]]],
      )
      // `fetch` joins what is repeated.
      const twice =
        language === 'fetch'
          ? [['x-twice', 'a, b']]
          : [
              ['x-twice', 'a'],
              ['x-twice', 'b'],
            ]
      const single = pairs.filter(([name]) => name !== 'X-Twice')
      const wanted = [...single.map(([name, value]) => [name.toLowerCase(), value]), ...twice]
      expect(sent).toEqual(expect.arrayContaining(wanted))
      expect(sent).toContainEqual(['host', new URL(base).host])
    })

    test('adds no body and no content type where there was none', async () => {
      const body = { ...sampleRequest.body, size: 0, text: '' }
      const request = { ...sampleRequest, method: 'GET', rawHeaders: ['X-A', '1'], body }
      const { method, headers, body: sent } = await send(request)
      expect([method, sent.length]).toEqual(['GET', 0])
      expect(headers.map((name) => name.toLowerCase())).not.toContain('content-type')
    })
  })
}

describe('powershell, held against its rules of quoting', () => {
  const strings = (snippet: string) =>
    [...snippet.matchAll(/'((?:[^'\u2018\u2019\u201a\u201b]|['\u2018-\u201b]{2})*)'/g)].map(
      ([, text = '']) => text.replace(/(['\u2018-\u201b])\1/g, '$1'),
    )

  test.each(Object.entries(bodies))('holds the body as it came: %s', (_, text) => {
    const snippet = snippetOf.powershell(
      { ...sampleRequest, body: { ...sampleRequest.body, text } },
      'http://h/',
    )
    const held = strings(snippet)
    const base64 = Buffer.from(text).toString('base64')
    expect(held.includes(text) || held.includes(base64)).toBe(true)
    expect(snippet.split(/'(?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*'/).join('')).not.toMatch(
      /['\u2018-\u201b]/,
    )
  })

  test('puts the headers of a body with the body', () => {
    const snippet = snippetOf.powershell(sampleRequest, 'http://h/')
    expect(snippet).toContain(
      "$request.Content.Headers.TryAddWithoutValidation('Content-Type', 'application/json')",
    )
    expect(snippet).toContain("$request.Headers.TryAddWithoutValidation('Cookie', 'a=1; b=2=3')")
  })
})
