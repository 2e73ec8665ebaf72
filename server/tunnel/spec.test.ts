import { describe, expect, test } from 'vitest'
import { isInstalled } from './find.ts'
import { createLines } from './lines.ts'
import { commandFor, readTunnel } from './spec.ts'

describe('the address of', () => {
  test.each([
    [
      'cloudflared',
      'INF |  https://calm-sea-1.trycloudflare.com   |',
      'https://calm-sea-1.trycloudflare.com',
    ],
    ['cloudflared', 'ERR Post "https://api.trycloudflare.com/tunnel": dial tcp', null],
    ['cloudflared', 'see https://developers.cloudflare.com/cloudflare-one', null],
    [
      'ngrok',
      '{"lvl":"info","msg":"started tunnel","name":"command_line","url":"https://a1.ngrok-free.app"}',
      'https://a1.ngrok-free.app',
    ],
    ['ngrok', '{"msg":"update available","url":"https://ngrok.com/download"}', null],
    ['ngrok', '{"msg":"started tunnel"', null],
    [
      'ngrok http {port}',
      't=1 lvl=info msg="started tunnel" url=https://b.ngrok.app',
      'https://b.ngrok.app',
    ],
    ['tailscale', 'https://box.tail1.ts.net/', 'https://box.tail1.ts.net'],
    ['tailscale', 'To enable, visit: https://login.tailscale.com/f/funnel?node=1', null],
    ['x {port}', 'your url is: https://quick.loca.lt', 'https://quick.loca.lt'],
    ['x {port}', '(see https://h.example/hooks/, "now")', 'https://h.example/hooks'],
    ['x {port}', 'http://plain.example', null],
    ['x {port}', 'https://', null],
  ])('%s in %j is %s', (command, line, address) => {
    expect(readTunnel(command, false).read(line)).toBe(address)
  })
})

describe('a command', () => {
  test('is split as a shell would, and run by none', () => {
    const spec = readTunnel(`/opt/tool 'a b' "c;d"e $(x) http://localhost:{port}`, false)
    expect(commandFor(spec, 7)).toEqual(['/opt/tool', 'a b', 'c;de', '$(x)', 'http://localhost:7'])
  })

  test('of ours is known by its name alone', () => {
    expect(commandFor(readTunnel('tailscale', false), 7)).toEqual(['tailscale', 'funnel', '7'])
    expect(readTunnel('/usr/bin/ngrok tcp {port}', false)).toMatchObject({
      name: 'ngrok',
      saysWho: false,
    })
  })

  test.each(['cloudflare', 'ssh -R 80:localhost:5050 x', '', '{'])(
    'must have a port in it: %s',
    (text) => {
      expect(() => readTunnel(text, false)).toThrow('{port} stands for the port')
    },
  )

  test('may know the port', () => {
    expect(readTunnel('cloudflared tunnel run hooks', true).name).toBe('cloudflared')
  })
})

test('a program is found by its path, or on PATH', () => {
  expect(isInstalled(process.execPath, {})).toBe(true)
  expect(isInstalled('sh', { PATH: '/nowhere:/bin' })).toBe(true)
  expect(isInstalled('sh', { PATH: '/nowhere' })).toBe(false)
  expect(isInstalled('./no-such-program', { PATH: '/bin' })).toBe(false)
})

test('lines are put together from pieces, without colours, and cut off where they never end', () => {
  const lines: string[] = []
  const read = createLines((line) => lines.push(line))
  read('a\u001b[3')
  read('1mb\u001b[0m\r\nc\r')
  read('\n\n')
  read('x'.repeat(1_000_000))
  read('y\n')
  expect(lines.slice(0, 2)).toEqual(['ab', 'c'])
  expect(lines[2]?.length).toBe(2000)
})
