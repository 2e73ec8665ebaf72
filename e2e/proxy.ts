import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from './story.ts'

export type ProxyName = 'nginx' | 'caddy'

/** Programs that `tools/proxies.mjs` has found. */
const programs = { nginx: process.env.E2E_NGINX, caddy: process.env.E2E_CADDY }

/** What is not there, in words; `undefined` where it is. */
export function missing(name: ProxyName): string | undefined {
  return programs[name]
    ? undefined
    : `${name} is not there: install it, or set E2E_${name.toUpperCase()}`
}

/** The documented example, with addresses of a test. */
function exampleOf(name: ProxyName, port: number, server: string, stripped: boolean): string {
  const file = name === 'nginx' ? 'nginx.conf' : 'Caddyfile'
  const text = readFileSync(resolve(import.meta.dirname, '../docs/examples', file), 'utf8')
  const { host } = new URL(server)
  const edits: [string, string][] =
    name === 'nginx'
      ? [
          ['listen 80;', `listen 127.0.0.1:${port};`],
          ['server_name hooks.example.com;', ''],
          ['http://127.0.0.1:5050;', `http://${host}${stripped ? '/' : ''};`],
        ]
      : [
          ['\nhooks.example.com {', `\n{\n\tadmin off\n}\nhttp://127.0.0.1:${port} {`],
          ['127.0.0.1:5050', host],
          ['handle /hooks/*', stripped ? 'handle_path /hooks/*' : 'handle /hooks/*'],
        ]
  return edits.reduce((edited, [from, to]) => {
    expect(edited).toContain(from)
    return edited.replace(from, to)
  }, text)
}

const nginxAround = (folder: string, example: string) => `
daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  include ${example};
}
`

/**
 * Runs a proxy with the documented example in front of a server.
 * @param stripped takes the path off, which the example leaves on
 */
export async function startProxy(
  name: ProxyName,
  { port, server, stripped }: { port: number; server: string; stripped: boolean },
) {
  const folder = await mkdtemp(join(tmpdir(), `binspect-${name}-`))
  const example = join(folder, name === 'nginx' ? 'binspect.conf' : 'Caddyfile')
  await writeFile(example, exampleOf(name, port, server, stripped))
  const around = join(folder, 'nginx.conf')
  if (name === 'nginx') await writeFile(around, nginxAround(folder, example))
  const args =
    name === 'nginx'
      ? ['-e', 'stderr', '-p', folder, '-c', around]
      : ['run', '--config', example, '--adapter', 'caddyfile']
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const child = spawn(programs[name] ?? '', args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  await accepts(child, port)
  return {
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function accepts(child: ChildProcess, port: number): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await expect(async () => {
    if (child.exitCode !== null) throw new Error(`The proxy has ended: ${said}`)
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.destroy()
  }).toPass({ timeout: 15_000 })
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Sends a request from an address of this machine that is not the usual one. @returns its status */
export async function sendFrom(
  address: string,
  url: string,
  { path, body, headers }: { path: string; body: string; headers: Record<string, string> },
): Promise<number> {
  const { hostname, port } = new URL(url)
  const options = { host: hostname, port, path, method: 'POST', headers, localAddress: address }
  const req = request(options).end(body)
  // The response that the event carries is typed loosely by Node.
  const [res] = (await once(req, 'response')) as [NodeJS.ReadableStream & { statusCode: number }]
  res.resume()
  return res.statusCode
}
