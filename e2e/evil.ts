import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Name of another site; the browsers of these stories find it on this machine. */
export const evilName = 'evil.example'

export type EvilSite = { url: string; close: () => void }

/** A site of somebody else. */
export async function startEvilSite(): Promise<EvilSite> {
  const server = createServer((_, res) => {
    res.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>evil</title>')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${evilName}:${port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
