import type { Logger } from 'pino'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import type { Address, Outside } from '../http/deps.ts'
import { isInstalled } from '../tunnel/find.ts'
import { launch } from '../tunnel/launch.ts'
import { Tunnel } from '../tunnel/tunnel.ts'
import { MissingProgramError } from './exit.ts'
import { listenAsAsked } from './listen.ts'

/** The capture listener, and the tunnel that leads to it. */
export type Exposure = {
  outside: Outside
  /** @throws ListenError */
  open: (app: App) => Promise<Address>
  stop: () => Promise<void>
  /** Ends what has been started at once. */
  kill: () => void
}

/**
 * Prepares what is reached from outside, where anything is asked for.
 * @throws MissingProgramError
 */
export function createExposure({ capture, tunnel: spec }: Config, log: Logger): Exposure | null {
  if (capture === null) return null
  const { url, port, host, shares } = capture
  const [program = ''] = spec?.words ?? []
  if (spec && !isInstalled(program, process.env))
    throw new MissingProgramError(program, spec.install)
  const clock = { after, elapsed: () => performance.now(), random: () => Math.random() }
  const tunnel = spec && new Tunnel({ spec, url, launch, log, ...clock })
  return {
    outside: {
      url: () => url ?? tunnel?.status().url ?? null,
      hasShares: shares,
      believesPeer: spec?.saysWho ?? false,
      tunnel: () => tunnel?.status() ?? null,
      watch: (changed) => tunnel?.watch(changed),
    },
    async open(app) {
      const listen = (each: number) => app.listenOutside(each, host)
      const address = await listenAsAsked({ listen }, { port, portNamed: true, host })
      tunnel?.start(address.port)
      return address
    },
    stop: async () => tunnel?.stop(),
    kill: () => tunnel?.kill(),
  }
}

function after(milliseconds: number, action: () => void): () => void {
  const timer = setTimeout(action, milliseconds)
  return () => clearTimeout(timer)
}
