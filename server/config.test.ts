import { describe, expect, test } from 'vitest'
import { readCommand, type Config } from './config.ts'
import { helpText } from './options/help.ts'
import { options } from './options/table.ts'
import { UsageError } from './options/usage-error.ts'

const surroundings = { platform: 'linux' as const }

function configOf(args: string[], env: NodeJS.ProcessEnv = {}): Config {
  const command = readCommand({ args, env: { HOME: '/home/me', ...env }, ...surroundings })
  if (command.name !== 'serve') throw new Error(`It is ${command.name}.`)
  return command.config
}

function complaintOf(args: string[], env: NodeJS.ProcessEnv = {}): string {
  try {
    configOf(args, env)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  return ''
}

test('without options everything is at its default', () => {
  expect(configOf([])).toEqual({
    port: 5050,
    portNamed: false,
    host: '127.0.0.1',
    open: false,
    data: '/home/me/.local/share/binspect',
    durability: 'disk',
    forwardTo: [],
    forwardToPublic: false,
    recover: false,
    limits: { ttl: null },
    publicUrl: null,
    capture: null,
    tunnel: null,
    tls: null,
    privateBins: false,
    allowedHosts: [],
    trustProxy: [],
    bodyLimit: 10_485_760,
    replyTimeout: 120_000,
    connections: {
      headersTimeout: 15_000,
      requestTimeout: 300_000,
      keepAliveTimeout: 5000,
      checkEvery: 2000,
      maxConnections: 12_000,
    },
    rates: { unknownBins: 300, newBins: 600, passwords: 10 },
    logLevel: 'info',
    quiet: false,
    announce: false,
  })
})

describe('each option', () => {
  test.each<[string, string, Partial<Config>]>([
    ['--port 0', '0', { port: 0, portNamed: true }],
    ['--port=8080', '8080', { port: 8080, portNamed: true }],
    ['--host ::1', '::1', { host: '::1' }],
    ['--open', 'true', { open: true }],
    ['--data /tmp/x', '/tmp/x', { data: '/tmp/x' }],
    ['--memory', '1', { data: null }],
    ['--durability process', 'process', { durability: 'process' }],
    ['--recover', 'yes', { recover: true }],
    ['--public-url https://a.example/', 'https://a.example/', { publicUrl: 'https://a.example' }],
    ['--private', 'true', { privateBins: true }],
    ['--public-url http://a/b/', 'http://a/b/', { publicUrl: 'http://a/b' }],
    [
      '--capture-port 0',
      '0',
      { capture: { port: 0, host: '127.0.0.1', url: null, shares: false } },
    ],
    ['--tunnel ngrok', 'ngrok', { tunnel: expect.objectContaining({ name: 'ngrok' }) }],
    ['--allowed-host A.example:80', 'A.example:80', { allowedHosts: ['a.example:80'] }],
    ['--trust-proxy 10.0.0.0/8', '10.0.0.0/8', { trustProxy: ['10.0.0.0/8'] }],
    ['--trust-proxy ::1', '::1', { trustProxy: ['::1'] }],
    ['--body-limit 1MB', '1MB', { bodyLimit: 1_000_000 }],
    ['--body-limit 1MiB', '1MiB', { bodyLimit: 1_048_576 }],
    ['--body-limit 64k', '64k', { bodyLimit: 65_536 }],
    ['--body-limit 1.5k', '1.5k', { bodyLimit: 1536 }],
    ['--max-requests 5', '5', { limits: { requests: 5, ttl: null } }],
    ['--max-bytes 1GB', '1GB', { limits: { bytes: 1e9, ttl: null } }],
    ['--max-total-bytes 1g', '1g', { limits: { totalBytes: 2 ** 30, ttl: null } }],
    ['--ttl 7d', '7d', { limits: { ttl: 604_800_000 } }],
    ['--ttl none', 'none', { limits: { ttl: null } }],
    ['--reply-timeout 500ms', '500ms', { replyTimeout: 500 }],
    ['--max-new-bins 5', '5', { rates: { newBins: 5, unknownBins: 300, passwords: 10 } }],
    ['--max-unknown 5', '5', { rates: { newBins: 600, unknownBins: 5, passwords: 10 } }],
    ['--max-passwords 5', '5', { rates: { newBins: 600, unknownBins: 300, passwords: 5 } }],
    ['--log-level warn', 'warn', { logLevel: 'warn' }],
    ['--quiet', 'on', { quiet: true, logLevel: 'warn' }],
  ])('%s, or %s in the environment', (line, text, expected) => {
    const [flag = '', ...rest] = line.split(/ |=/)
    const env = `BINSPECT_${flag.slice(2).toUpperCase().replaceAll('-', '_')}`
    expect(
      configOf(rest.length > 0 && line.includes('=') ? [line] : [flag, ...rest]),
    ).toMatchObject(expected)
    expect(configOf([], { [env]: text })).toMatchObject(expected)
  })

  test('of the capture listener', () => {
    const args = [
      '--capture-host=0.0.0.0',
      '--capture-url=https://a.example/b/',
      '--capture-shares',
    ]
    expect(configOf(['--tunnel', 'cloudflared', ...args]).capture).toEqual({
      port: 0,
      host: '0.0.0.0',
      url: 'https://a.example/b',
      shares: true,
    })
    const named = ['--tunnel=cloudflared tunnel run hooks', '--capture-port=5051']
    expect(configOf(named).tunnel).toMatchObject({ name: 'cloudflared', saysWho: false })
  })

  test('of a connection', () => {
    const args = ['--headers-timeout=1s', '--request-timeout=2s', '--keep-alive-timeout=3s']
    expect(configOf([...args, '--max-connections=4']).connections).toEqual({
      headersTimeout: 1000,
      requestTimeout: 2000,
      keepAliveTimeout: 3000,
      checkEvery: 1000,
      maxConnections: 4,
    })
    expect(configOf(['--request-timeout=2s']).connections.headersTimeout).toBe(2000)
  })

  test('that takes several values takes them one by one, or with commas', () => {
    const twice = ['--allowed-host=a', '--allowed-host=b']
    expect(configOf(twice).allowedHosts).toEqual(['a', 'b'])
    expect(configOf([], { BINSPECT_ALLOWED_HOST: 'a, b' }).allowedHosts).toEqual(['a', 'b'])
  })

  test('is in the help', () => {
    for (const name of Object.keys(options)) expect(helpText()).toContain(`--${name}`)
  })
})

describe('what counts more', () => {
  test('the command line before BINSPECT_…, and that before the plain name', () => {
    const env = { PORT: '1', BINSPECT_PORT: '2' }
    expect(configOf(['--port', '3'], env).port).toBe(3)
    expect(configOf([], env).port).toBe(2)
    expect(configOf([], { PORT: '1' })).toMatchObject({ port: 1, portNamed: true })
    expect(configOf([], { HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
    expect(configOf([], { PORT: '', BINSPECT_PORT: '' }).portNamed).toBe(false)
  })

  test('the last of two values', () => {
    expect(configOf(['--port=1', '-p', '2']).port).toBe(2)
  })

  test('--log-level before --quiet', () => {
    expect(configOf(['-q', '--log-level=debug']).logLevel).toBe('debug')
  })
})

describe('the data folder', () => {
  const folderOn = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) => {
    const command = readCommand({ args: [], env, platform })
    return command.name === 'serve' ? command.config.data : undefined
  }
  test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { HOME: '/h' }, '/h/.local/share/binspect'],
    ['linux', { HOME: '/h', XDG_DATA_HOME: '/x' }, '/x/binspect'],
    ['darwin', { HOME: '/h' }, '/h/Library/Application Support/binspect'],
    ['win32', { HOME: '/h', LOCALAPPDATA: '/l' }, '/l/binspect'],
    ['win32', { HOME: '/h' }, '/h/AppData/Local/binspect'],
  ])('of %s with %j', (platform, env, folder) => {
    expect(folderOn(platform, env)).toBe(folder)
  })
})

describe('a mistake is told in one line', () => {
  test.each([
    [['--prot', '1'], 'There is no option --prot. Did you mean --port?'],
    [['--body-limt=1k'], 'There is no option --body-limt. Did you mean --body-limit?'],
    [['--nothing-like-it'], 'There is no option --nothing-like-it. See --help.'],
    [['-x'], 'There is no option -x. See --help.'],
    [['serv'], 'There is no command "serv". Did you mean serve?'],
    [['deploy'], 'There is no command "deploy". See --help.'],
    [['serve', 'now'], '"now" is one word too many. See --help.'],
    [['--port'], '--port needs a value. See --help.'],
    [['--port=x'], '--port: "x" is not a port, 0 to 65535.'],
    [['--port=65536'], '--port: "65536" is not a port, 0 to 65535.'],
    [['--port=-1'], '--port: "-1" is not a port, 0 to 65535.'],
    [['--host='], '--host: "" is not some text.'],
    [['--durability=fast'], '--durability: "fast" is not one of disk, process.'],
    [['--body-limit=0'], '--body-limit: "0" is not a size, such as 10MiB, 10MB, 64k or 1000.'],
    [
      ['--body-limit=10XB'],
      '--body-limit: "10XB" is not a size, such as 10MiB, 10MB, 64k or 1000.',
    ],
    [['--ttl=soon'], '--ttl: "soon" is not a duration, such as 7d, 12h, 10m, 30s or 500ms.'],
    [['--reply-timeout=9w'], '--reply-timeout: "9w" is not a duration of at most 24 days.'],
    [['--max-requests=0'], '--max-requests: "0" is not a whole number of at least 1.'],
    [
      ['--public-url=a.example'],
      '--public-url: "a.example" is not an address that starts with https:// or http://.',
    ],
    [
      ['--public-url=ftp://a'],
      '--public-url: "ftp://a" is not an address that starts with https:// or http://.',
    ],
    [
      ['--trust-proxy=10.0.0.0/33'],
      '--trust-proxy: "10.0.0.0/33" is not an IP address or a range, such as 10.0.0.0/8.',
    ],
    [
      ['--allowed-host=http://a'],
      '--allowed-host: "http://a" is not a host name, such as hooks.example.com or hooks.example.com:8080.',
    ],
    [['--open=maybe'], '--open: "maybe" is not true or false.'],
    [
      ['--public-url=https://a.example/x/bin'],
      '--public-url: "https://a.example/x/bin" is not an address whose path has no "bin" and no "api" in it.',
    ],
    [['--capture-shares'], '--capture-shares needs --capture-port or --tunnel.'],
    [['--capture-url=https://a'], '--capture-url needs --capture-port or --tunnel.'],
    [
      ['--tunnel=cloudflare'],
      '--tunnel: "cloudflare" is not one of cloudflared, ngrok, tailscale, or a command in which {port} stands for the port.',
    ],
    [
      ['--tunnel=ngrok', '--capture-host=192.0.2.1'],
      'A tunnel comes in at 127.0.0.1: leave --capture-host out.',
    ],
    [['--memory', '--data=x'], '--memory and --data exclude each other.'],
    [
      ['--headers-timeout=2m', '--request-timeout=1m'],
      '--headers-timeout must not be longer than --request-timeout.',
    ],
  ])('%j', (args, complaint) => {
    expect(complaintOf(args)).toBe(complaint)
  })

  test('of the environment too, by its name there', () => {
    expect(complaintOf([], { BINSPECT_PORT: 'x' })).toBe(
      'BINSPECT_PORT: "x" is not a port, 0 to 65535.',
    )
    expect(complaintOf([], { PORT: 'x' })).toContain('PORT: "x"')
  })
})

test.each([
  [['--help'], 'help'],
  [['-h', '--port=1'], 'help'],
  [['--version'], 'version'],
  [['serve'], 'serve'],
])('%j is the command %s', (args, name) => {
  expect(readCommand({ args, env: {}, ...surroundings }).name).toBe(name)
})

describe('targets to send to', () => {
  const read = (args: string[], env = {}) =>
    readCommand({ args, env: { HOME: '/home/x', ...env }, platform: 'linux' })

  test('are none unless they are named', () => {
    expect(read([])).toMatchObject({ config: { forwardTo: [], forwardToPublic: false } })
    const args = ['--forward-to', 'http://localhost:3000', '--forward-to', 'https://x.example/a']
    expect(read([...args, '--forward-to-public'])).toMatchObject({
      config: {
        forwardTo: ['http://localhost:3000/', 'https://x.example/a'],
        forwardToPublic: true,
      },
    })
  })

  test.each(['localhost:3000', 'ftp://x', 'http://a:b@x', 'http://x/?y', 'x'])(
    'must be addresses: %s',
    (text) => expect(() => read(['--forward-to', text])).toThrow('an address, such as http'),
  )
})
