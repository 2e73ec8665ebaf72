import { payloads } from './corpora.ts'
import { expect, test } from './story.ts'
import { exchange, retarget, startReference, type Seen } from './wire.ts'

type Listed = { seq: number; path: string }
type Detail = {
  method: string
  target: string
  httpVersion: string
  rawHeaders: string[]
  flags: string[]
  body: { size: number; sha256: string }
}

test('raw messages are answered and captured exactly as Node reads them', async ({
  bin,
  server,
}) => {
  test.setTimeout(180_000)
  const reference = await startReference()
  const files = payloads().filter(({ path }) => path.endsWith('.req'))
  const messages = files.map((file, index) => retarget(file.bytes(), `/bin/${bin.id}/${index}`))

  const expected = await inBatches(messages, (bytes) => exchange(reference.port, bytes))
  const port = Number(new URL(server.url).port)
  const answered = await inBatches(messages, (bytes) => exchange(port, bytes))
  // Where rubbish follows a whole request, Node drops the answer that is not out yet; here it is
  // given first. So the rest is compared where no whole request came first.
  const refused = (all: number[][]) =>
    files.map(({ path }, index) =>
      answered[index]?.[0] === 200 ? path : `${path}: ${all[index]?.join(' ')}`,
    )
  expect(refused(answered)).toEqual(refused(expected))

  const captured = await everything(server.url, bin.id)
  const complete = (seen: Seen) => seen.complete
  expect(captured.filter(complete).map(print).sort()).toEqual(
    reference.seen
      .filter((seen) => complete(seen) && seen.target.startsWith('/bin/'))
      .map(print)
      .sort(),
  )
  const answered200 = answered.filter(([first]) => first === 200).length
  expect(answered200).toBe(captured.filter(complete).length)
  reference.close()
})

async function everything(url: string, bin: string): Promise<Seen[]> {
  const seen: Seen[] = []
  let after = 0
  for (;;) {
    const page = await json<{ requests: Listed[] }>(
      `${url}/api/bins/${bin}/requests?order=asc&limit=500&after=${after}`,
    )
    if (page.requests.length === 0) return seen
    for (const { seq } of page.requests) {
      const detail = await json<Detail>(`${url}/api/bins/${bin}/requests/${seq}`)
      seen.push({
        method: detail.method,
        target: detail.target,
        version: detail.httpVersion,
        headers: detail.rawHeaders.length / 2,
        size: detail.body.size,
        sha256: detail.body.sha256,
        complete: !detail.flags.includes('aborted'),
      })
      after = seq
    }
  }
}

async function json<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  // The API's own tests check the shape.
  return (await response.json()) as T
}

/** How many connections are open at a time. */
const width = 200

async function inBatches<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < items.length; start += width) {
    results.push(...(await Promise.all(items.slice(start, start + width).map(work))))
  }
  return results
}

function print({ method, target, version, headers, size, sha256 }: Seen): string {
  return `${method} ${target} HTTP/${version} ${headers} headers, ${size} bytes ${sha256.slice(0, 12)}`
}
