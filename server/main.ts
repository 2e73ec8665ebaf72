import { join } from 'node:path'
import type { Logger } from 'pino'
import { createApp, type AppConfig } from './app.ts'
import type { Config } from './config.ts'
import { baseUrl, loopback, urlOf } from './http/base-url.ts'
import type { Address } from './http/deps.ts'
import { startJudgeThread } from './inspect/judge-thread.ts'
import { bannerText, tunnelText } from './start/banner.ts'
import { openCertificate } from './start/certificate.ts'
import { createExposure, type Exposure } from './start/expose.ts'
import { listenAsAsked } from './start/listen.ts'
import { createLog } from './start/create-log.ts'
import { createLogSink } from './start/log-sink.ts'
import { openBrowser } from './start/open-browser.ts'
import { openStore } from './start/open-store.ts'
import { findPackage } from './start/package.ts'
import { createStop } from './start/stop.ts'

/** Milliseconds that requests under way are given when the server stops. */
const patience = 3000

/**
 * Runs the server until a signal ends the process.
 * @throws OpenError where the data cannot be used, ListenError where the port cannot
 */
export async function serve(config: Config): Promise<void> {
  // Whatever is written from here on is for its owner only, dumps of a crash included.
  process.umask(0o077)
  const { root, version } = findPackage()
  const sink = createLogSink(process.stdout)
  const log = createLog(config.logLevel, sink)
  const certificate = config.tls && openCertificate(config.tls, log)
  const exposure = createExposure(config, log)
  const store = await openStore(config, (warning) => log.warn(warning))
  const settings = appConfig(config, version)
  const judging = startJudgeThread(log)
  const webRoot = join(root, 'dist/web')
  const app = createApp({
    store,
    config: settings,
    log,
    webRoot,
    judging,
    ...exposure,
    ...(certificate && { certificate }),
  })
  const address = await listenAsAsked(app, config)
  // However the process ends, the way in from outside ends with it.
  process.on('exit', () => exposure?.kill())
  const capture = await exposure?.open(app)

  const finish = async () => {
    log.info('stopping')
    await app.close(patience)
    await exposure?.stop()
    await judging.close()
    await store.close()
    log.info('stopped')
  }
  const stop = createStop(finish, (code) => {
    sink.flush()
    process.exit(code)
  })
  stopWhenTold(stop, log)
  announce(config, settings, { address, capture }, log)
  if (!config.quiet && exposure) tellTunnel(exposure)
}

function stopWhenTold(stop: (code: number) => void, log: Logger): void {
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(0))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nobody foresaw: stopping')
    stop(70)
  })
  // Whoever read the output has gone: what is captured matters more.
  process.stdout.on('error', () => {})
}

/** Says the address of the tunnel, as often as it becomes another one. */
function tellTunnel({ outside }: Exposure): void {
  let told: string | null = null
  const tell = () => {
    const { program, state, url } = outside.tunnel() ?? {}
    if (program === undefined || state !== 'up' || !url || url === told) return
    told = url
    process.stdout.write(tunnelText(program, url))
  }
  outside.watch(tell)
  tell()
}

type Addresses = { address: Address; capture: Address | undefined }

function announce(
  config: Config,
  settings: AppConfig,
  { address, capture }: Addresses,
  log: Logger,
): void {
  const url = baseUrl({ config: settings, address: () => address })
  if (!config.quiet) {
    const takenPort = config.portNamed || address.port === config.port ? null : config.port
    const { version } = settings
    const tunnel = config.tunnel?.name
    const facts = { version, url, data: config.data, takenPort, tunnel }
    process.stdout.write(
      bannerText({
        ...facts,
        capture: capture && (config.capture?.url ?? urlOf(loopback(capture))),
      }),
    )
  }
  if (config.announce) {
    if (capture) process.stdout.write(`capture ${urlOf(loopback(capture))}\n`)
    process.stdout.write(`ready ${urlOf(loopback(address))}\n`)
  }
  if (config.open) openBrowser(url, (error) => log.warn({ err: error }, 'cannot open a browser'))
}

function appConfig(config: Config, version: string): AppConfig {
  const { host, publicUrl, allowedHosts, trustProxy, bodyLimit, replyTimeout, connections } = config
  const { forwardTo, forwardToPublic, privateBins, rates } = config
  return {
    version,
    host,
    publicUrl,
    privateBins,
    allowedHosts,
    trustProxy,
    bodyLimit,
    replyTimeout,
    connections,
    rates,
    forwardTo,
    forwardToPublic,
    slowReply: 5000,
    maxSocketsPerAddress: 2000,
  }
}
