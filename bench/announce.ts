import type { Server } from 'node:http'

/** Listens on any free port and says so. */
export function announce(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    process.stdout.write(`ready http://127.0.0.1:${port}\n`)
  })
}
