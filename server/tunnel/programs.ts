/** A program that gives a port of this machine a public address. */
export type TunnelProgram = {
  /** Its command; `{port}` stands for the port. */
  words: readonly string[]
  /** The public address, where a line of its output tells it. */
  read: (line: string) => string | null
  /** How to come by it. */
  install: string
  /** Whether it says in `X-Forwarded-For` whom it forwards for, and lets nobody else say so. */
  saysWho: boolean
}

/** Programs that are known by name. */
export const tunnelPrograms: ReadonlyMap<string, TunnelProgram> = new Map([
  [
    'cloudflared',
    {
      words: ['cloudflared', 'tunnel', '--no-autoupdate', '--url', 'http://127.0.0.1:{port}'],
      // Its complaints name other addresses of its maker.
      read: (line: string) => first(line, /https:\/\/(?!api\.)[a-z0-9-]+\.trycloudflare\.com/),
      install: 'brew install cloudflared, or https://github.com/cloudflare/cloudflared/releases',
      saysWho: true,
    },
  ],
  [
    'ngrok',
    {
      words: ['ngrok', 'http', '127.0.0.1:{port}', '--log', 'stdout', '--log-format', 'json'],
      read: readNgrok,
      install: 'brew install ngrok, or https://ngrok.com/download; then ngrok config add-authtoken',
      saysWho: true,
    },
  ],
  [
    'tailscale',
    {
      words: ['tailscale', 'funnel', '{port}'],
      // Where funnels are not allowed yet it names an address at which to allow them.
      read: (line: string) => first(line, /https:\/\/[a-z0-9.-]+\.ts\.net(?::\d+)?/),
      install: 'https://tailscale.com/download; then tailscale up',
      saysWho: true,
    },
  ],
])

/** The first public address that a line names. */
export function firstAddress(line: string): string | null {
  const text = first(line, /https:\/\/[^\s"'<>|\\^`{}]+/)?.replace(/[.,;:!?)\]]+$/, '') ?? ''
  if (!URL.canParse(text)) return null
  const { origin, pathname } = new URL(text)
  return (origin + pathname).replace(/\/+$/, '')
}

function first(line: string, pattern: RegExp): string | null {
  return pattern.exec(line)?.[0] ?? null
}

/** It logs `{"msg":"started tunnel","url":"https://…"}`, or the same as `msg="started tunnel" url=https://…`. */
function readNgrok(line: string): string | null {
  if (!line.startsWith('{'))
    return line.includes('msg="started tunnel"') ? firstAddress(line) : null
  try {
    const said: unknown = JSON.parse(line)
    if (typeof said !== 'object' || said === null) return null
    if (!('msg' in said && 'url' in said) || said.msg !== 'started tunnel') return null
    return firstAddress(String(said.url))
  } catch {
    return null
  }
}
