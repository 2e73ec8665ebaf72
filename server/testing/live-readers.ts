import type { ClientOptions } from 'ws'
import { afterEach } from 'vitest'
import { LiveClient } from './live-client.ts'

/** Readers of the live streams of bins, closed after each test of a file. */
export function liveReaders(app: { port: number }) {
  const clients: LiveClient[] = []
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close()
  })
  return (id: string, query = '', options: ClientOptions = {}): LiveClient => {
    const client = new LiveClient(app.port, `/api/bins/${id}/live${query}`, options)
    clients.push(client)
    return client
  }
}
