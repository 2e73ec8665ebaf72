import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startServer, type RunningServer } from './server.ts'
import { createBin, expect, sample, test, type StoryBin } from './story.ts'

const marker = 'Xylophone4711Trombone'

test('what is kept is for its owner only, whatever the umask says', async () => {
  const before = process.umask(0)
  const server = await startServer()
  process.umask(before)
  const bin = await createBin(server.url)
  await fill(server, bin)
  const open: string[] = []
  for (const path of await everything(server.data)) {
    const { mode } = await stat(path)
    if ((mode & 0o077) !== 0) open.push(path)
  }
  expect(open).toEqual([])
  await server.dispose()
})

test('of what is deleted nothing is left in any file', async () => {
  const server = await startServer()
  const [bin, other] = [await createBin(server.url), await createBin(server.url)]
  await fetch(other.captureUrl, { method: 'POST', body: 'stays' })

  await fill(server, bin)
  expect(await holding(server)).not.toEqual([])
  for (const seq of [1, 2, 3]) await change(server, bin, 'DELETE', `/requests/${seq}`)
  expect(await holding(server, 'log')).toEqual([])
  expect(await holding(server, 'bodies')).toEqual([])

  await fill(server, bin)
  await change(server, bin, 'DELETE', '/requests')
  expect(await holding(server, 'log')).toEqual([])
  expect(await holding(server, 'bodies')).toEqual([])

  await fill(server, bin)
  await change(server, bin, 'DELETE', '')
  expect(await holding(server)).toEqual([])
  const kept = await fetch(`${server.url}/api/bins/${other.id}/requests/1/body`)
  expect(await kept.text()).toBe('stays')
  await server.kill()
  await server.start()
  expect(await holding(server)).toEqual([])
  await server.dispose()
})

test('what has had its time, or gave way, is not told any more', async () => {
  const server = await startServer(['--max-requests', '2', '--ttl', '2s'])
  const bin = await createBin(server.url)
  for (const body of [marker, 'b', 'c']) await fetch(bin.captureUrl, { method: 'POST', body })
  const list = async () => (await fetch(`${server.url}/api/bins/${bin.id}/requests`)).text()
  expect(await list()).toContain('"oldest":2')
  expect((await fetch(`${server.url}/api/bins/${bin.id}/requests/1/body`)).status).toBe(404)
  await expect.poll(list).toContain('"oldest":null')
  await change(server, bin, 'DELETE', '')
  expect(await holding(server)).toEqual([])
  await server.dispose()
})

/** Puts the marker wherever something can be kept. */
async function fill(server: RunningServer, bin: StoryBin) {
  const send = (body: string, path = '') =>
    fetch(`${bin.captureUrl}${path}`, { method: 'POST', body, headers: { 'X-Mark': marker } })
  await send(sample('new-sale').replace('"coupon"', `"${marker}": 1, "coupon"`))
  await send(marker.repeat(20_000))
  await send('x', `/${marker}?q=${marker}`)
  const [last = 1] = (
    (await (await fetch(`${server.url}/api/bins/${bin.id}`)).text()).match(/(?<="latest":)\d+/) ??
    []
  ).map(Number)
  await change(server, bin, 'PATCH', `/requests/${last}`, { note: marker, pinned: true })
  await change(server, bin, 'PATCH', '', { name: marker, note: marker, secret: marker })
  await change(server, bin, 'PATCH', '', { reply: { body: marker } })
  await change(server, bin, 'POST', '/shares', { name: marker })
  await change(server, bin, 'POST', '/shapes', { name: marker, match: `"${marker}"`, schema: {} })
  const text = `name: ${marker}\nsteps:\n  - expect: new-sale\n`
  await change(server, bin, 'POST', '/scenarios', { text, arm: true })
}

async function change(
  server: RunningServer,
  bin: StoryBin,
  method: string,
  path: string,
  body?: unknown,
) {
  const answer = await fetch(`${server.url}/api/bins/${bin.id}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bin.ownerKey}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
}

async function everything(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return [folder, ...names.map((name) => join(folder, name))]
}

/** Files with the marker in them. */
async function holding(server: RunningServer, part = ''): Promise<string[]> {
  const found: string[] = []
  for (const path of await everything(join(server.data, part))) {
    if ((await stat(path)).isFile() && (await readFile(path)).includes(marker)) found.push(path)
  }
  return found
}
