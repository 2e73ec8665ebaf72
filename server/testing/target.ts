import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Hit = { method: string; url: string; rawHeaders: string[]; body: string; at: number }

/** A server that things are sent to: it notes what comes, and answers as it is told. */
export async function startTarget(answer: (res: ServerResponse, hit: Hit) => void = thank) {
  const hits: Hit[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')))
    req.on('end', () => {
      const { method = '', url = '', rawHeaders } = req
      const hit = { method, url, rawHeaders, body, at: performance.now() }
      hits.push(hit)
      target.answer(res, hit)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const target = {
    url: `http://127.0.0.1:${port}`,
    hits,
    answer,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
  return target
}

function thank(res: ServerResponse): void {
  res.end('thanks')
}
