import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import type { Address } from '../http/deps.ts'
import { ListenError } from './exit.ts'

/** Ports that are tried after a taken one. */
const triesAtMost = 50

/**
 * Listens where it was asked to; where no port was named, on the next free one.
 * @throws ListenError
 */
export async function listenAsAsked(
  app: Pick<App, 'listen'>,
  { port, portNamed, host }: Pick<Config, 'port' | 'portNamed' | 'host'>,
): Promise<Address> {
  const last = portNamed ? port : Math.min(port + triesAtMost, 65_535)
  for (let each = port; ; each += 1) {
    try {
      return await app.listen(each)
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || each >= last) throw explain(error, host, each)
    }
  }
}

function explain(error: unknown, host: string, port: number): ListenError {
  const cause = { cause: error }
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new ListenError(
        `Port ${port} on ${host} is taken. Stop whatever uses it, or choose another: --port 0 takes any.`,
        cause,
      )
    case 'EACCES':
      return new ListenError(
        `Port ${port} may not be used by this user. Choose one over 1023.`,
        cause,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ListenError(`${host} is no address of this machine. See --host.`, cause)
    default:
      return new ListenError(`Cannot listen on ${host}, port ${port}: ${String(error)}`, cause)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
