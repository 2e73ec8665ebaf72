import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Bin } from '../../shared/bin.ts'
import type { OwnShape } from '../../shared/own-shape/own-shape.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { sha256 } from './burst.ts'
import { pause, type Program } from './program.ts'
import { below, seeded } from './random.ts'
import { expect, test, type Rig } from './rig.ts'

type Golden = {
  keys: Record<string, string>
  bins: { bin: Bin; shapes: OwnShape[]; requests: RequestDetail[] }[]
}

const fixtures = resolve(import.meta.dirname, 'fixtures')
/** Every format that has ever been released. */
const formats = [1, 2]
const newest = 2

for (const format of formats) {
  test(`data of format ${format} is shown as it was kept`, async ({ rig }) => {
    await expectGolden(await rig.start({ data: unpack(rig, format) }), format)
  })

  test(`data of format ${format} survives starts that are killed at any point`, async ({ rig }) => {
    const data = unpack(rig, format)
    const random = seeded(format)
    for (let times = 0; times < 20; times += 1) {
      const program = rig.launch({ data })
      await Promise.race([program.ready(), pause(50 + below(random, 300))])
      await program.kill()
    }
    await expectGolden(await rig.start({ data }), format)
  })
}

test('data of a newer format is refused, and not touched', async ({ rig }) => {
  const data = unpack(rig, newest)
  writeFileSync(join(data, 'format.json'), '{"format":3,"new":true}\n')
  const before = printOf(data)
  for (const args of [[], ['--recover']]) {
    const program = rig.launch({ data, args })
    expect((await program.exited).code).toBe(65)
    expect(program.output).toMatch(new RegExp(`^binspect: ${data}/format.json says format 3.*\n$`))
  }
  expect(printOf(data)).toEqual(before)
})

test('control: a start that is not refused is seen in the files', async ({ rig }) => {
  const data = unpack(rig, newest)
  const before = printOf(data)
  await (await rig.start({ data })).stop()
  expect(printOf(data)).not.toEqual(before)
})

test('control: what was kept is compared to its last byte', async ({ rig }) => {
  const data = unpack(rig, newest)
  const program = await rig.start({ data })
  await fetch(`${program.url}/bin/full`, { method: 'POST', body: 'more' })
  await expect(expectGolden(program, newest)).rejects.toThrow('toMatchObject')
})

function unpack(rig: Rig, format: number): string {
  const data = join(rig.folder, `format-${format}`)
  mkdirSync(data)
  execFileSync('tar', ['-xzf', join(fixtures, `format-${format}.tar.gz`), '-C', data])
  return data
}

async function expectGolden({ url }: Program, format: number): Promise<void> {
  const text = readFileSync(join(fixtures, `format-${format}.json`), 'utf8')
  // Written by `make-golden.mjs`, from what the API gave.
  const { keys, bins } = JSON.parse(text) as Golden
  for (const { bin, shapes, requests } of bins) {
    const headers = { Authorization: `Bearer ${keys[bin.id]}` }
    const get = (path: string) => fetch(`${url}/api/bins/${bin.id}${path}`, { headers })
    expect(await (await get('')).json()).toMatchObject(bin)
    expect(await (await get('/shapes')).json()).toEqual({ shapes })
    const list: { requests: { seq: number }[] } = await (await get('/requests?order=asc')).json()
    expect(list.requests.map(({ seq }) => seq)).toEqual(requests.map(({ seq }) => seq))
    for (const request of requests) {
      const path = `/requests/${request.seq}`
      expect(await (await get(path)).json()).toMatchObject(request)
      const body = Buffer.from(await (await get(`${path}/body`)).arrayBuffer())
      expect(sha256(body)).toBe(request.body.sha256)
    }
  }
}

/** Names, times and bytes of all files. */
function printOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name)
      const stats = statSync(path)
      return stats.isFile() ? `${name} ${stats.mtimeMs} ${sha256(readFileSync(path))}` : name
    })
}
