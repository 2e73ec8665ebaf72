import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Hit = { method: string; url: string; headers: string[]; body: string }

/** Somebody else's server: it notes what comes, and answers as it is told. */
export async function startTarget() {
  const hits: Hit[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const { method = '', url = '', rawHeaders } = req
      hits.push({ method, url, headers: rawHeaders, body: Buffer.concat(chunks).toString() })
      target.answer(res)
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
    answer: (res: ServerResponse) => void res.end('<b>thanks</b>'),
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
  return target
}
