import { createHash } from 'node:crypto'
import { payloads } from './corpora.ts'
import { expect, test } from './story.ts'

test('every payload of the public corpora comes back byte for byte', async ({ bin, server }) => {
  test.setTimeout(300_000)
  const files = payloads()
  const wrong: string[] = []
  const seqs = new Map<string, string>()

  await inParallel(files, 16, async (file) => {
    const response = await fetch(bin.captureUrl, {
      method: 'POST',
      headers: { 'content-type': file.contentType },
      body: file.bytes(),
    })
    await response.arrayBuffer()
    const seq = response.headers.get('x-bin-seq')
    if (response.status !== 200 || seq === null) wrong.push(`${file.path}: ${response.status}`)
    else seqs.set(file.path, seq)
  })
  expect(wrong).toEqual([])
  expect(new Set(seqs.values()).size).toBe(files.length)

  await inParallel(files, 16, async (file) => {
    const url = `${server.url}/api/bins/${bin.id}/requests/${seqs.get(file.path)}/body`
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (sha256 !== file.sha256) wrong.push(file.path)
  })
  expect(wrong).toEqual([])
})

async function inParallel<T>(items: T[], width: number, work: (item: T) => Promise<void>) {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
