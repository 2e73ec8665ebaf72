/** An option as people write it: `--name value`, and `BINSPECT_NAME` in the environment. */
export type Option = {
  /** What stands for its value in the help; a switch has none. */
  value?: string
  help: string
  /** May be given several times; in the environment, separated by commas. */
  many?: true
  /** One letter that means the same. */
  short?: string
  /** One more name in the environment. */
  plainEnv?: string
}

/** Every option there is, in the order of the help. */
export const options = {
  port: {
    value: 'N',
    help: 'port to listen on; 0 takes any [5050, or the next free one]',
    short: 'p',
    plainEnv: 'PORT',
  },
  host: { value: 'HOST', help: 'address to listen on [127.0.0.1]', plainEnv: 'HOST' },
  open: { help: 'open the page in the browser' },
  data: { value: 'DIR', help: "where bins and requests are kept [the user's data folder]" },
  memory: { help: 'keep nothing on disk' },
  durability: {
    value: 'disk|process',
    help: 'what an accepted request survives: a power cut, or a crash of this program only [disk]',
  },
  recover: { help: 'put damaged data aside and start with the rest' },
  'public-url': { value: 'URL', help: 'address under which senders and people reach this server' },
  tunnel: {
    value: 'PROGRAM',
    help: 'reach bins from outside: cloudflared, ngrok, tailscale, or a command with {port} in it',
  },
  'capture-port': {
    value: 'N',
    help: 'one more port, at which bins are sent to and nothing else is answered; 0 takes any',
  },
  'capture-host': { value: 'HOST', help: 'address for that port [127.0.0.1]' },
  'capture-url': { value: 'URL', help: 'address under which senders reach that port' },
  'capture-shares': { help: 'let shares be looked at there as well' },
  'tls-cert': { value: 'FILE', help: 'speak TLS with this certificate and its chain (PEM)' },
  'tls-key': { value: 'FILE', help: 'key of that certificate' },
  private: { help: 'new bins are read with their owner key only, unless made otherwise' },
  'allowed-host': {
    value: 'HOST',
    help: 'one more host name that the page and the API answer for',
    many: true,
  },
  'trust-proxy': {
    value: 'RANGE',
    help: 'proxy whose X-Forwarded-For is believed: an address or 10.0.0.0/8',
    many: true,
  },
  'forward-to': {
    value: 'URL',
    help: 'where captured requests may be sent on to, and events: this address and all below it',
    many: true,
  },
  'forward-to-public': { help: 'let them be sent to any address of the public internet' },
  'body-limit': { value: 'SIZE', help: 'longer bodies are kept up to here [10MiB]' },
  'max-requests': { value: 'N', help: 'requests that a bin keeps [10000]' },
  'max-bytes': { value: 'SIZE', help: 'bytes of bodies that a bin keeps [256MiB]' },
  'max-total-bytes': { value: 'SIZE', help: 'bytes that all bins keep together [4GiB]' },
  ttl: { value: 'TIME', help: 'how long a request is kept: 7d, 12h, none [none]' },
  'reply-timeout': { value: 'TIME', help: 'how long a "timeout" reply keeps the sender [2m]' },
  'headers-timeout': { value: 'TIME', help: 'time for the head of a request [15s]' },
  'request-timeout': { value: 'TIME', help: 'time for a whole request [5m]' },
  'keep-alive-timeout': { value: 'TIME', help: 'how long an idle connection is kept [5s]' },
  'max-connections': { value: 'N', help: 'connections at a time [12000]' },
  'max-new-bins': { value: 'N', help: 'bins made a minute, from one address [600]' },
  'max-unknown': { value: 'N', help: 'calls a minute to bins that do not exist, the same [300]' },
  'max-passwords': { value: 'N', help: 'passwords tried a minute, for a share and address [10]' },
  'log-level': { value: 'LEVEL', help: 'debug, info, warn, error or silent [info]' },
  quiet: { help: 'no banner, and only warnings and errors in the log', short: 'q' },
  help: { help: 'show this', short: 'h' },
  version: { help: 'show the version', short: 'v' },
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof options

export const optionEntries: readonly (readonly [OptionName, Option])[] =
  // Object.entries forgets the names of the keys; the table is closed.
  Object.entries(options) as [OptionName, Option][]

/** Name of an option in the environment. */
export function envName(name: string): string {
  return `BINSPECT_${name.toUpperCase().replaceAll('-', '_')}`
}
