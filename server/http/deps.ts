import type { Logger } from 'pino'
import type { RejectedRequest } from '../../shared/knock.ts'
import type { TunnelStatus } from '../../shared/health.ts'
import type { Outbox } from '../egress/outbox.ts'
import type { JudgeThread } from '../inspect/judge-thread.ts'
import type { ReplySteps } from '../replies/steps.ts'
import type { Store } from '../store/store.ts'
import type { RateLimits, Rates } from './rates.ts'

/** Where a listener listens; `isSecure`: it speaks TLS. */
export type Address = { host: string; port: number; isSecure?: boolean }

/** What the control plane needs to know of the configuration. */
export type ControlConfig = {
  version: string
  /** Where the server is bound: a name or an address. */
  host: string
  /** Address under which senders and people reach it, no slash at the end; `null`: as bound. */
  publicUrl: string | null
  /** Whether new bins are private unless they are made otherwise. */
  privateBins?: boolean
  /** More host names that the control plane answers for: `name` (any port) or `name:port`. */
  allowedHosts: readonly string[]
  /** Proxies whose `X-Forwarded-For` is believed: addresses or CIDR ranges. */
  trustProxy: readonly string[]
  /** Live connections allowed from one address. */
  maxSocketsPerAddress: number
  /** Where they differ from the usual. */
  rates?: Partial<RateLimits>
}

/** The capture listener, a port of its own at which senders come in from outside. */
export type Outside = {
  /** Address under which it is reached, no slash at the end; `null`: not known (yet). */
  url: () => string | null
  /** Whether shares are looked at through it as well. */
  hasShares: boolean
  /** Whether its peer on this machine is believed whom it forwards for. */
  believesPeer: boolean
  /** The tunnel that leads to it, where the server has started one. */
  tunnel: () => TunnelStatus | null
  /** Calls back whenever the address or the tunnel has changed. */
  watch: (changed: () => void) => void
}

/** What knocked at a bin lately and never became a request. */
export type Rejections = { of(bin: string): RejectedRequest[] }

/** What the control plane takes from its surroundings. */
export type ControlDeps = {
  store: Store
  config: ControlConfig
  /** Milliseconds since 1970. */
  now: () => number
  random: (bytes: number) => Uint8Array
  /** Where the server listens. */
  address: () => Address
  outside?: Outside | undefined
  /** Judges in another thread; without it all is judged in this one. */
  judging?: Pick<JudgeThread, 'judge'> | undefined
  replySteps: Pick<ReplySteps, 'used' | 'restart'>
  rejections: Rejections
  rates: Rates
  /** Whatever is sent goes through it. */
  outbox: Outbox
  /** Folder of the built page. */
  webRoot: string
  log: Logger
  /** What viewers of a share are told in place of the addresses of the bin. */
  shared?: () => { captureUrl: string; inspectUrl: string }
}
