import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { payloads } from '../corpora.ts'
import { newBin } from './held.ts'
import { needCommand } from './needs.ts'
import { expect, test, type Rig } from './rig.ts'
import { Sender } from './sender.ts'
import { watching } from './strace.ts'

/** Calls that use a file by its name. */
const calls = 'open,openat,stat,lstat,newfstatat,statx,unlink,unlinkat,rename,renameat2,mkdir'

const byHand = ['..%2f..%2fetc', '%2e%2e', 'a%2fb', '__proto__', 'constructor', '%00', 'CON', '.']

/** Every line of the lists of path traversals that a request line can carry, and the best known. */
function ids(): string[] {
  const lists = payloads().filter(({ path }) => path.includes('path-traversal'))
  const lines = lists.flatMap((list) => list.bytes().toString('latin1').split(/\r?\n/))
  const sendable = lines.filter((line) => /^[\x21-\x7e]{1,2000}$/.test(line))
  return [...new Set([...byHand, 'a'.repeat(300), ...sendable])]
}

/** Asks a program for addresses. @returns the statuses, and the names of files it used meanwhile */
async function ask(rig: Rig, addresses: (bin: string) => string[]) {
  const trace = join(rig.folder, 'trace')
  const program = await rig.start({ under: watching(calls, trace) })
  const { url, port } = program
  const bin = await newBin(url)
  await fetch(`${url}/bin/${bin}`, { method: 'POST', body: 'x'.repeat(100_000) })
  // What is loaded late is loaded by now.
  await statuses(port, [`/api/bins/${bin}/requests`, '/api/bins/unknown/requests'])
  const before = readFileSync(trace, 'utf8').length
  const seen = await statuses(port, addresses(bin))
  await program.kill()
  const during = readFileSync(trace, 'utf8').slice(before)
  return { seen, files: [...during.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name) }
}

async function statuses(port: number, addresses: string[]): Promise<number[]> {
  const seen: number[] = []
  for (const address of addresses) {
    const sender = new Sender(port)
    const head = `GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`
    seen.push((await sender.send(Buffer.from(head, 'latin1'))).status)
    sender.close()
  }
  return seen
}

test('an id that looks like a path names no bin, and touches no file', async ({ rig }) => {
  needCommand('strace')
  const names = ids()
  expect(names.length).toBeGreaterThan(100)
  const { seen, files } = await ask(rig, () =>
    names.flatMap((id) => [`/bin/${id}`, `/api/bins/${id}/requests`]),
  )
  expect([...new Set(seen)]).toEqual([404])
  expect(files).toEqual([])
})

test('control: the watch sees a body being read from its file', async ({ rig }) => {
  needCommand('strace')
  const { seen, files } = await ask(rig, (bin) => [`/api/bins/${bin}/requests/1/body`])
  expect(seen).toEqual([200])
  expect(files.some((name) => name.includes('/bodies/'))).toBe(true)
})
