/** How the server fares. */
export type Health = {
  status: 'ok' | 'full' | 'failed'
  version: string
  store: StoreHealthInfo
  /** Present where the server was told to start one. */
  tunnel?: TunnelStatus
}

/** How the tunnel fares through which senders reach this server. */
export type TunnelStatus = {
  /** Name of its program. */
  program: string
  state: 'starting' | 'up' | 'down'
  /** Its public address, also the last one known; `null`: none yet. */
  url: string | null
  /** Why it is down, in words. */
  detail: string | null
}

/** Whether requests can be kept, and why not, in words. */
export type StoreHealthInfo = { status: 'ok' | 'full' | 'failed'; detail?: string }
