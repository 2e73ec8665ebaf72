import { expect, test } from 'vitest'
import { RawClient } from './testing/raw-client.ts'
import { startApp } from './testing/start.ts'

const get = (bin: string) => `GET /bin/${bin} HTTP/1.1\r\nHost: x\r\n\r\n`

test('stopping lets a body that is coming in finish', async () => {
  const app = await startApp()
  await app.addBin('late')
  const client = new RawClient(app.port)
  await client.send('POST /bin/late HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab')
  await probe(app.port)
  const closed = app.app.close(5000)
  await client.send('cd')
  const [reply] = await client.end()
  expect(reply).toMatchObject({ status: 200, head: expect.stringMatching(/connection: close/i) })
  await closed
  expect(await app.captured('late')).toMatchObject([{ body: Buffer.from('abcd'), flags: [] }])
})

test('stopping ends delays, slow replies and time-outs at once', async () => {
  const app = await startApp({ replyTimeout: 60_000, slowReply: 60_000 })
  const bins = [
    await app.addBin('delayed', { delay: 60_000, body: 'delayed' }),
    await app.addBin('slow', { sequence: ['slow'], body: 'slow' }),
    await app.addBin('timeout', { sequence: ['timeout'] }),
  ]
  const clients = await Promise.all(
    bins.map(async (bin) => {
      const client = new RawClient(app.port)
      await client.send(get(bin))
      await expect.poll(() => app.captured(bin)).toHaveLength(1)
      return client
    }),
  )
  const started = performance.now()
  await app.app.close(5000)
  expect(performance.now() - started).toBeLessThan(1000)
  const replies = await Promise.all(clients.map((client) => client.end()))
  expect(replies.map(([reply]) => reply?.body)).toEqual(['delayed', 'slow', undefined])
})

test('stopping closes idle connections and refuses new ones', async () => {
  const app = await startApp()
  await app.addBin('idle')
  const idle = new RawClient(app.port)
  await idle.send(get('idle'))
  await idle.replies(1)
  const started = performance.now()
  await app.app.close(5000)
  expect(performance.now() - started).toBeLessThan(1000)
  await idle.end()
  const late = new RawClient(app.port)
  expect(await late.end()).toEqual([])
})

test('stopping cuts off whoever goes on for too long, and keeps what came', async () => {
  const app = await startApp()
  await app.addBin('endless')
  for (const body of ['ab', 'a'.repeat(100_000)]) {
    const client = new RawClient(app.port)
    await client.send(
      `POST /bin/endless HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n${body}`,
    )
  }
  await probe(app.port)
  await app.app.close(100)
  const kept = (await app.captured('endless')).map(({ size, flags }) => ({ size, flags }))
  expect(kept.sort((a, b) => a.size - b.size)).toEqual([
    { size: 2, flags: ['aborted'] },
    { size: 100_000, flags: ['aborted'] },
  ])
})

/** Waits until the server has read what was sent before. */
async function probe(port: number) {
  const client = new RawClient(port)
  await client.send(get('nix'))
  await client.replies(1)
  client.socket.destroy()
}
