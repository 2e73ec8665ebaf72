import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultConnections, type ConnectionLimits } from './capture/server.ts'
import { defaultRates, type RateLimits } from './http/rates.ts'
import { collectOptions, type Given } from './options/given.ts'
import { nearest } from './options/nearest.ts'
import { UsageError } from './options/usage-error.ts'
import {
  readAddressRange,
  readChoice,
  readCount,
  readHostName,
  readLife,
  readPort,
  readPublicUrl,
  readSize,
  readSwitch,
  readTarget,
  readText,
  readWait,
} from './options/values.ts'
import type { Limits } from './store/limits.ts'
import { readTunnel, type TunnelSpec } from './tunnel/spec.ts'

/** How the server is to run: all that was asked for, everything else at its default. */
export type Config = {
  port: number
  /** Whether somebody named the port; else a taken one gives way to the next. */
  portNamed: boolean
  host: string
  open: boolean
  /** Folder of the data, absolute; `null`: memory only. */
  data: string | null
  durability: 'disk' | 'process'
  recover: boolean
  limits: Partial<Limits>
  /** Without a slash at its end. */
  publicUrl: string | null
  /** The port for senders alone, where there is one. */
  capture: CaptureConfig | null
  tunnel: TunnelSpec | null
  /** Files of a certificate and its key, where the main listener speaks TLS. */
  tls: { cert: string; key: string } | null
  /** Whether new bins are private unless they are made otherwise. */
  privateBins: boolean
  allowedHosts: string[]
  trustProxy: string[]
  forwardTo: string[]
  forwardToPublic: boolean
  bodyLimit: number
  replyTimeout: number
  connections: ConnectionLimits
  rates: RateLimits
  logLevel: LogLevel
  quiet: boolean
  /** Say on standard output when connections are accepted. */
  announce: boolean
}

/** How the capture listener is to be reached. */
export type CaptureConfig = {
  port: number
  host: string
  /** Without a slash at its end; `null`: as the tunnel says, or as the rest of the server. */
  url: string | null
  /** Whether shares are looked at there as well. */
  shares: boolean
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export type Command = { name: 'serve'; config: Config } | { name: 'help' } | { name: 'version' }

/** What the configuration is read from. */
export type Surroundings = {
  args: string[]
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
}

/** Reads the command line and the environment of this process. @throws UsageError */
export function readProcess(): Command {
  return readCommand({ args: process.argv.slice(2), env: process.env, platform: process.platform })
}

/** @throws UsageError with one line that says what is wrong and what to do */
export function readCommand({ args, env, platform }: Surroundings): Command {
  const given = collectOptions(args, env)
  if (given.one('help', readSwitch, false)) return { name: 'help' }
  if (given.one('version', readSwitch, false)) return { name: 'version' }
  const [word = 'serve', second] = given.words
  if (second !== undefined) throw new UsageError(`"${second}" is one word too many. See --help.`)
  if (word !== 'serve') {
    const hint = nearest(word, ['serve']) ? 'Did you mean serve?' : 'See --help.'
    throw new UsageError(`There is no command "${word}". ${hint}`)
  }
  return { name: 'serve', config: readConfig(given, env, platform) }
}

function readConfig(given: Given, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Config {
  const quiet = given.one('quiet', readSwitch, false)
  return {
    port: given.one('port', readPort, 5050),
    portNamed: given.has('port'),
    host: given.one('host', readText, '127.0.0.1'),
    open: given.one('open', readSwitch, false),
    data: readDataFolder(given, env, platform),
    durability: given.one('durability', readChoice(['disk', 'process']), 'disk'),
    recover: given.one('recover', readSwitch, false),
    limits: readLimits(given),
    publicUrl: given.one('public-url', readPublicUrl, null),
    capture: readCapture(given),
    tunnel: readTunnelOption(given),
    tls: readTls(given),
    privateBins: given.one('private', readSwitch, false),
    allowedHosts: given.all('allowed-host', readHostName),
    trustProxy: given.all('trust-proxy', readAddressRange),
    forwardTo: given.all('forward-to', readTarget),
    forwardToPublic: given.one('forward-to-public', readSwitch, false),
    bodyLimit: given.one('body-limit', readSize, 10 * 2 ** 20),
    replyTimeout: given.one('reply-timeout', readWait, 120_000),
    connections: readConnections(given),
    rates: readRates(given),
    logLevel: given.one('log-level', readChoice(logLevels), quiet ? 'warn' : 'info'),
    quiet,
    announce: env.BINSPECT_READY === '1',
  }
}

function readTls(given: Given): Config['tls'] {
  const cert = given.one('tls-cert', readText, null)
  const key = given.one('tls-key', readText, null)
  if (cert !== null && key !== null) return { cert: resolve(cert), key: resolve(key) }
  if (cert === null && key === null) return null
  throw new UsageError('--tls-cert and --tls-key need each other.')
}

const captureOptions = ['capture-host', 'capture-url', 'capture-shares'] as const

function readCapture(given: Given): CaptureConfig | null {
  if (!given.has('capture-port') && !given.has('tunnel')) {
    const useless = captureOptions.find((name) => given.has(name))
    if (useless === undefined) return null
    throw new UsageError(`--${useless} needs --capture-port or --tunnel.`)
  }
  return {
    port: given.one('capture-port', readPort, 0),
    host: given.one('capture-host', readText, '127.0.0.1'),
    url: given.one('capture-url', readPublicUrl, null),
    shares: given.one('capture-shares', readSwitch, false),
  }
}

/** Addresses at which a listener is reached by programs of the same machine. */
const reachable = ['127.0.0.1', 'localhost', '0.0.0.0', '::']

function readTunnelOption(given: Given): TunnelSpec | null {
  const knowsPort = given.one('capture-port', readPort, 0) !== 0
  const tunnel = given.one('tunnel', (text) => readTunnel(text, knowsPort), null)
  const host = given.one('capture-host', readText, '127.0.0.1')
  if (tunnel && !reachable.includes(host)) {
    throw new UsageError('A tunnel comes in at 127.0.0.1: leave --capture-host out.')
  }
  return tunnel
}

function readDataFolder(given: Given, env: NodeJS.ProcessEnv, platform: NodeJS.Platform) {
  if (given.one('memory', readSwitch, false)) {
    if (given.has('data')) throw new UsageError('--memory and --data exclude each other.')
    return null
  }
  return resolve(given.one('data', readText, defaultFolder(env, platform)))
}

/** Where each platform keeps the data of programs for one user. */
function defaultFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = env.HOME || homedir()
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData/Local'), 'binspect')
  if (platform === 'darwin') return join(home, 'Library/Application Support/binspect')
  return join(env.XDG_DATA_HOME || join(home, '.local/share'), 'binspect')
}

function readLimits(given: Given): Partial<Limits> {
  const requests = given.one('max-requests', readCount, undefined)
  const bytes = given.one('max-bytes', readSize, undefined)
  const totalBytes = given.one('max-total-bytes', readSize, undefined)
  return {
    ...(requests !== undefined && { requests }),
    ...(bytes !== undefined && { bytes }),
    ...(totalBytes !== undefined && { totalBytes }),
    ttl: given.one('ttl', readLife, null),
  }
}

function readRates(given: Given): RateLimits {
  const { unknownBins, newBins, passwords } = defaultRates
  return {
    unknownBins: given.one('max-unknown', readCount, unknownBins),
    newBins: given.one('max-new-bins', readCount, newBins),
    passwords: given.one('max-passwords', readCount, passwords),
  }
}

function readConnections(given: Given): ConnectionLimits {
  const requestTimeout = given.one('request-timeout', readWait, defaultConnections.requestTimeout)
  const headersTimeout = given.one(
    'headers-timeout',
    readWait,
    Math.min(defaultConnections.headersTimeout, requestTimeout),
  )
  if (headersTimeout > requestTimeout) {
    throw new UsageError('--headers-timeout must not be longer than --request-timeout.')
  }
  return {
    headersTimeout,
    requestTimeout,
    keepAliveTimeout: given.one(
      'keep-alive-timeout',
      readWait,
      defaultConnections.keepAliveTimeout,
    ),
    checkEvery: Math.min(defaultConnections.checkEvery, headersTimeout),
    maxConnections: given.one('max-connections', readCount, defaultConnections.maxConnections),
  }
}
