import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildProgram, startProgram } from '../server/testing/program.ts'
import { RawClient, talk } from '../server/testing/raw-client.ts'

let entry = ''
let folder = ''
beforeAll(async () => {
  entry = await buildProgram()
  folder = await mkdtemp(join(tmpdir(), 'binspect-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const start = (args: string[], options?: { read: boolean }) =>
  startProgram(entry, ['--port', '0', ...args], options)

async function makeBin(address: string, reply: unknown = {}): Promise<string> {
  const response = await fetch(`${address}/api/bins`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: 'made', reply }),
  })
  expect(response.status).toBe(201)
  return `${address}/bin/made`
}

describe('the program', () => {
  test('says where it listens and where data is kept, logs, and stops when asked to', async () => {
    const data = join(folder, 'usual')
    const server = start(['--data', data])
    const address = await server.ready()
    const bin = await makeBin(address)
    expect((await fetch(bin, { method: 'POST', body: 'hi' })).status).toBe(200)
    await expect.poll(() => server.output.stdout).toContain('"msg":"kept"')
    server.kill('SIGTERM')
    expect(await server.exited).toBe(0)
    expect(server.output.stdout).toContain(`Open   ${address}\n  Data   ${data}`)
    expect(server.output.stderr).toBe('')

    const again = start(['--data', data, '--quiet'])
    const kept = await fetch(`${await again.ready()}/api/bins/made/requests/1/body`)
    expect(await kept.text()).toBe('hi')
    again.kill('SIGINT')
    expect(await again.exited).toBe(0)
    expect(again.output.stdout).toMatch(/^ready \S+\n$/)
  })

  test('answers what is in flight before it stops', async () => {
    const server = start(['--memory'])
    const bin = await makeBin(await server.ready(), { delay: 60_000 })
    const reply = fetch(bin)
    await expect.poll(() => latest(bin)).toBe(1)
    const stopped = performance.now()
    server.kill('SIGTERM')
    expect((await reply).status).toBe(200)
    expect(await server.exited).toBe(0)
    expect(performance.now() - stopped).toBeLessThan(5000)
  })

  test('stops at once when asked twice', async () => {
    const server = start(['--memory'])
    const bin = new URL(await makeBin(await server.ready()))
    const client = new RawClient(Number(bin.port))
    await client.send(`POST ${bin.pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n`)
    await talk(Number(bin.port), 'GET /bin/nix HTTP/1.1\r\nHost: x\r\n\r\n')
    const stopped = performance.now()
    server.kill('SIGTERM')
    await expect.poll(() => server.output.stdout).toContain('stopping')
    const timer = setInterval(() => server.kill('SIGTERM'), 150)
    expect(await server.exited).toBe(1)
    clearInterval(timer)
    expect(performance.now() - stopped).toBeLessThan(2000)
  })

  test('goes on and stops where nobody reads its output', async () => {
    const server = start(['--memory'], { read: false })
    const bin = new URL(await makeBin(await server.ready()))
    const request = `GET ${bin.pathname}/${'a'.repeat(180)} HTTP/1.1\r\nHost: x\r\n\r\n`
    expect(await talk(Number(bin.port), request.repeat(2000), 2000)).toHaveLength(2000)
    server.kill('SIGTERM')
    expect(await server.exited).toBe(0)
  })
})

describe('the program ends with a line and a code', () => {
  test('for a port that is taken', async () => {
    const first = start(['--memory'])
    const { port } = new URL(await first.ready())
    const second = startProgram(entry, ['--memory', '--port', port])
    expect(await second.exited).toBe(1)
    expect(second.output.stderr).toMatch(/^binspect: Port \d+ on 127\.0\.0\.1 is taken\. .*\n$/)
    first.kill('SIGKILL')
  })

  test('for data that is in use, and free again after kill -9', async () => {
    const data = join(folder, 'shared')
    const first = start(['--data', data])
    await first.ready()
    const second = start(['--data', data])
    expect(await second.exited).toBe(69)
    expect(second.output.stderr).toMatch(/^binspect: .*shared is in use by process \d+.*\n$/)
    first.kill('SIGKILL')
    await first.exited
    const third = start(['--data', data])
    await third.ready()
    third.kill('SIGTERM')
    expect(await third.exited).toBe(0)
  })

  test('for a data folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '')
    const server = start(['--data', join(folder, 'file', 'below')])
    expect(await server.exited).toBe(73)
    expect(server.output.stderr).toMatch(/^binspect: .*\/file\/below .*\n$/)
  })

  test('for a key that is not that of the certificate', async () => {
    const files = join(import.meta.dirname, '../server/testing/tls')
    const tls = (cert: string, key: string) =>
      start(['--memory', '--tls-cert', join(files, cert), '--tls-key', join(files, key)])
    const wrong = tls('one-cert.pem', 'other-key.pem')
    expect(await wrong.exited).toBe(2)
    expect(wrong.output.stderr).toMatch(
      /^binspect: --tls-key: the key in \S+ is not that of the certificate/,
    )
    const right = tls('one-cert.pem', 'one-key.pem')
    expect(await right.ready()).toMatch(/^https:/)
    right.kill('SIGTERM')
    expect(await right.exited).toBe(0)
  })

  test('for an unknown option', async () => {
    const server = start(['--boddy-limit=1'])
    expect(await server.exited).toBe(2)
    expect(server.output.stderr).toBe(
      'binspect: There is no option --boddy-limit. Did you mean --body-limit?\n',
    )
  })

  test('for an unknown command', async () => {
    const server = startProgram(entry, ['valdate'])
    expect(await server.exited).toBe(2)
    expect(server.output.stderr).toBe(
      'binspect: There is no command "valdate". Did you mean validate?\n',
    )
  })

  test.each([
    ['--version', /^\d+\.\d+\.\d+\n$/],
    ['--help', /--durability disk\|process/],
  ])('for %s with 0', async (option, text) => {
    const server = start([option])
    expect(await server.exited).toBe(0)
    await expect.poll(() => server.output.stdout).toMatch(text)
  })
})

/** Number of the newest request of a bin. */
async function latest(captureUrl: string): Promise<unknown> {
  const response = await fetch(captureUrl.replace('/bin/', '/api/bins/'))
  // The shape is what the test looks at.
  return ((await response.json()) as { latest: number }).latest
}
