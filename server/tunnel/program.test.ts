import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../shared/client.ts'
import { buildProgram, startProgram } from '../testing/program.ts'
import { eventually } from '../testing/raw-client.ts'
import { isAlive } from './testing.ts'

/**
 * A program that claims to be a tunnel: notes its process and its port, and tells an address that is
 * new each time.
 */
const fake = `#!${process.execPath}
const { appendFileSync } = require('node:fs')
appendFileSync(process.env.FAKE_NOTES, process.pid + ' ' + process.argv.slice(2).join(' ') + '\\n')
console.error('\\u001b[32mINF\\u001b[0m |  https://name-' + process.pid + '.trycloudflare.com  |')
process.on('SIGTERM', () => {})
setInterval(() => {}, 1e6)
`

let entry = ''
let folder = ''
const servers: ReturnType<typeof startProgram>[] = []
beforeAll(async () => {
  entry = await buildProgram('tunnel-program')
  folder = await mkdtemp(join(tmpdir(), 'binspect-tunnel-'))
  await writeFile(join(folder, 'cloudflared'), fake, { mode: 0o755 })
})
afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

async function startServer(args: string[], name: string) {
  const notes = join(folder, name)
  await writeFile(notes, '')
  const env = { PATH: `${folder}:${process.env.PATH}`, FAKE_NOTES: notes }
  const server = startProgram(entry, ['--port', '0', '--memory', ...args], { env })
  servers.push(server)
  /** The programs that have been started: process and arguments. */
  const tunnels = () => {
    const lines = readFileSync(notes, 'utf8').split('\n').slice(0, -1)
    return lines.map((line) => ({ pid: Number.parseInt(line, 10), args: line }))
  }
  return { ...server, tunnels }
}

/** A running server whose tunnel has told its address. */
async function withTunnel(name: string, args = ['--tunnel', 'cloudflared']) {
  const server = await startServer(args, name)
  const client = createClient({ base: await server.ready(), fetch })
  const status = async () => (await client('health', {})).tunnel
  await eventually(async () => (await status())?.state === 'up' && server.tunnels().length > 0)
  const [tunnel] = server.tunnels()
  if (tunnel === undefined) throw new Error('No tunnel was started.')
  return { ...server, client, status, tunnel }
}

describe('a server with a tunnel', () => {
  test('shows its address as that of its bins, in the banner too, and finds it again', async () => {
    const { client, status, output, tunnel, tunnels, kill, exited } = await withTunnel('shows')
    const address = `https://name-${tunnel.pid}.trycloudflare.com`
    const { bin } = await client('createBin', { body: { id: 'shop' } })
    expect(bin.captureUrl).toBe(`${address}/bin/shop`)
    expect(bin.inspectUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/bin\/shop\?inspect$/)
    expect(output.stdout).toContain(`Tunnel ${address}/bin/…   (cloudflared)`)
    expect(output.stdout).toContain('"line":"INF |  https://')
    const port = /^capture http:\/\/127\.0\.0\.1:(\d+)$/m.exec(output.stdout)?.[1]
    expect(tunnel.args).toContain(`tunnel --no-autoupdate --url http://127.0.0.1:${port}`)

    process.kill(tunnel.pid, 'SIGKILL')
    await eventually(() => tunnels().length === 2)
    await eventually(async () => (await status())?.state === 'up')
    const { captureUrl } = await client('readBin', { params: { id: 'shop' } })
    expect(captureUrl).toBe(`https://name-${tunnels()[1]?.pid}.trycloudflare.com/bin/shop`)
    kill('SIGTERM')
    expect(await exited).toBe(0)
  })

  test.each([
    ['is asked to stop', 'SIGTERM'],
    ['is killed', 'SIGKILL'],
  ] as const)('leaves no tunnel behind when it %s', async (name, signal) => {
    const { tunnel, kill, exited } = await withTunnel(name)
    kill(signal)
    await exited
    await eventually(() => !isAlive(tunnel.pid), 5000)
  })

  test('leaves none behind when it is asked to stop again and again', async () => {
    const { tunnel, kill, exited } = await withTunnel('again')
    kill('SIGTERM')
    const impatience = setInterval(() => kill('SIGINT'), 30)
    await exited
    clearInterval(impatience)
    await eventually(() => !isAlive(tunnel.pid), 5000)
  })

  test('takes any command that tells an address, and an address that is told beforehand', async () => {
    const own = ['--tunnel', `"${join(folder, 'cloudflared')}" 'for port' {port}`]
    const url = ['--capture-url', 'https://hooks.example.com/in/']
    const { client, tunnel } = await withTunnel('own', [...own, ...url])
    expect(tunnel.args).toMatch(/ for port \d+$/)
    const { bin } = await client('createBin', { body: {} })
    expect(bin.captureUrl).toBe(`https://hooks.example.com/in/bin/${bin.id}`)
  })
})

test('a program that is not there is told with how to come by it', async () => {
  const { exited, output } = await startServer(['--tunnel', 'ngrok'], 'missing')
  expect(await exited).toBe(69)
  expect(output.stderr).toContain('ngrok is not installed')
  expect(output.stderr).toContain('https://ngrok.com/download')
})
