import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, post, sample, test, type StoryBin } from './story.ts'

/** Sends bytes of any type. */
async function send(bin: StoryBin, body: string | Uint8Array, headers: Record<string, string>) {
  const bytes = new Uint8Array(typeof body === 'string' ? Buffer.from(body) : body)
  await fetch(bin.captureUrl, { method: 'POST', headers, body: bytes })
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('each body is shown as what it is', async ({ page, bin }) => {
  const part = (head: string, body: string) =>
    `--b\r\nContent-Disposition: ${head}\r\n\r\n${body}\r\n`
  const parts = `${part('form-data; name="note"', '<b>hi</b>')}${part('form-data; name="f"; filename="a.txt"', 'inside')}--b--\r\n`
  await send(bin, 'a=1&name=Ren%C3%A9e+x', { 'content-type': 'application/x-www-form-urlencoded' })
  await send(bin, parts, { 'content-type': 'multipart/form-data; boundary=b' })
  await send(bin, '<a><b x="1">one</b></a>', { 'content-type': 'application/xml' })
  await send(bin, pixel, { 'content-type': 'text/html' })
  await send(bin, Uint8Array.of(0, 255, 128, 65), { 'content-type': 'application/octet-stream' })
  const gzipped = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  await send(bin, gzipSync('{"packed":true}'), gzipped)

  const panel = page.getByRole('tabpanel')
  const open = (seq: number, tab = 'body') => page.goto(`${bin.inspectUrl}&seq=${seq}&tab=${tab}`)
  await open(1)
  await expect(panel.getByRole('list', { name: '2 fields' })).toContainText('Renée x')

  await open(2)
  const list = panel.getByRole('list', { name: '2 parts' })
  await expect(list).toContainText('<b>hi</b>')
  await expect(list).toContainText('a.txt')
  const download = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Download part 2' }).click()
  expect((await download).suggestedFilename()).toBe('a.txt')

  await open(3)
  await expect(panel.getByText('<b x="1">one</b>')).toBeVisible()

  await open(4)
  await expect(panel.getByRole('img')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Show the picture' }).click()
  await expect(panel.getByRole('img', { name: 'The picture that was sent' })).toBeVisible()

  await open(5)
  await expect(panel).toContainText('00 ff 80 41')

  await open(6, 'raw')
  await expect(panel).toContainText('{"packed":true}')
  await panel.getByRole('button', { name: 'As sent' }).click()
  await expect(panel).toContainText('1f 8b 08')
})

test('odd bodies are shown as far as they can be', async ({ page, bin }) => {
  const part = (head: string, body: string | Buffer) =>
    Buffer.concat([Buffer.from(`--b\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')])
  const parts = Buffer.concat([
    part('Content-Disposition: form-data; name="event"', '{"type":"x","n":1.0}'),
    part('Content-Disposition: form-data; name="f"; filename="../..\\\u202egnp.exe"', pixel),
    part('Content-Disposition: form-data; name=""; filename=""\r\nX-Extra: 1', 'rest'),
    Buffer.from('--b--\r\n'),
  ])
  await send(bin, parts, { 'content-type': 'multipart/form-data; boundary=b' })
  await send(bin, '&'.repeat(1_000_000), { 'content-type': 'application/x-www-form-urlencoded' })
  const utf16 = { 'content-type': 'application/json; charset=utf-16' }
  await send(bin, Buffer.from('\ufeff{"name":"Renée"}', 'utf16le'), utf16)
  const latin1 = { 'content-type': 'application/json; charset=iso-8859-1' }
  await send(bin, Buffer.from('{"name":"Renée"}', 'latin1'), latin1)
  await send(bin, `{"a":"${'x'.repeat(1_200_000)}"}`, { 'content-type': 'application/json' })

  const panel = page.getByRole('tabpanel')
  const open = (seq: number, tab = 'body') => page.goto(`${bin.inspectUrl}&seq=${seq}&tab=${tab}`)
  await open(1)
  const list = panel.getByRole('list', { name: '3 parts' })
  await expect(list.getByRole('listitem').first()).toContainText('"n": 1.0')
  await expect(list).toContainText('\\u202egnp.exe')
  await expect(list.getByRole('listitem').last()).toContainText('Part 3')
  await expect(list.getByRole('listitem').last()).toContainText('X-Extra: 1')
  await list.getByRole('button', { name: 'Show the picture' }).click()
  await expect(list.getByRole('img')).toBeVisible()
  const download = page.waitForEvent('download')
  await list.getByRole('button', { name: 'Download part 2' }).click()
  expect((await download).suggestedFilename()).toBe('_gnp.exe')

  await open(2)
  await expect(panel).toContainText('&&&&')
  for (const seq of [3, 4]) {
    await open(seq)
    await expect(page.getByRole('tree')).toContainText('"Renée"')
  }
  await open(5, 'copy')
  await expect(panel.getByRole('alert')).toContainText('too large for a command')
})

test('a long body is read in a worker, searched, and never freezes the page', async ({
  page,
  bin,
}) => {
  const items = Array.from({ length: 12_000 }, (_, id) => ({
    id,
    name: `Name ${id}`,
    tags: ['a', 'b'],
  }))
  await send(bin, JSON.stringify(items), { 'content-type': 'application/json' })
  await send(bin, `"${'x'.repeat(1_000_000)}"`, { 'content-type': 'application/json' })
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(`${bin.inspectUrl}&seq=1`)
  const tree = page.getByRole('tree')
  await expect(tree.getByRole('treeitem').first()).toBeVisible()

  await tree.focus()
  await page.keyboard.press('Control+f')
  // Signs of patterns are signs like others.
  await page.keyboard.type('-a.*[')
  await expect(page.getByRole('tabpanel')).toContainText('0 matches')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('name 11111')
  await expect(page.getByRole('tabpanel')).toContainText('1 match')
  await page.keyboard.press('Enter')
  await expect(tree.getByRole('treeitem', { selected: true })).toContainText('"Name 11111"')
  await expect(page.getByRole('tabpanel')).toContainText('[11111].name')

  await page.keyboard.press('Escape')
  await page.goto(`${bin.inspectUrl}&seq=2`)
  await expect(tree.getByRole('treeitem')).toContainText('xxxx')
  expect(errors).toEqual([])
})

test('a long body is on its way before its request has come, and is fetched once', async ({
  page,
  bin,
}) => {
  await post(bin.captureUrl, JSON.stringify({ list: 'x'.repeat(300_000) }))
  await post(bin.captureUrl, '{"short":true}')
  await page.goto(bin.inspectUrl)
  const bodies: string[] = []
  page.on('request', (request) => {
    if (/requests\/\d+\/body/.test(request.url())) bodies.push(request.url())
  })
  // The request waits for its body to be asked for.
  await page.route(/requests\/1\?inline/, async (route) => {
    await expect.poll(() => bodies).toHaveLength(1)
    await route.continue()
  })
  const rows = page.getByRole('list', { name: 'Requests' }).getByRole('listitem')
  await rows.last().getByRole('link').click()
  await expect(page.getByRole('tree')).toContainText('xxxx')
  await rows.first().getByRole('link').click()
  await expect(page.getByRole('tree')).toContainText('short')
  expect(bodies).toHaveLength(1)
})

test('a finding shows what the document has in its place', async ({ page, bin }) => {
  const broken = sample('new-sale').replace(
    '"direct_charge_amount": 583',
    '"direct_charge_amount": "583"',
  )
  await post(bin.captureUrl, broken)
  await page.goto(`${bin.inspectUrl}&seq=1`)
  await page.getByRole('button', { name: 'direct_charge_amount' }).click()
  const line = page.getByRole('treeitem').filter({ hasText: '"direct_charge_amount"' })
  await line.getByRole('button', { name: 'What the document shows' }).click()
  await expect(line).toContainText('"direct_charge_amount": 583')
})

test('a request is taken along as a program and as HAR', async ({ page, bin }) => {
  await post(bin.captureUrl, '{"a":"it\'s $HOME"}')
  await page.goto(`${bin.inspectUrl}&seq=1&tab=copy`)
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('curl -X POST')
  for (const [name, text] of [
    ['fetch', 'await fetch('],
    ['HTTPie', 'http --path-as-is'],
    ['Python', 'import http.client'],
    ['PHP', 'curl_init('],
    ['PowerShell', 'System.Net.Http'],
  ] as const) {
    await panel.getByRole('button', { name, exact: true }).click()
    await expect(panel.getByRole('region', { name: `As ${name}` })).toContainText(text)
  }
  expect(
    await har(page, () => panel.getByRole('button', { name: 'Download as HAR' }).click()),
  ).toBe(1)
})

test('requests are compared, put in a series, and followed by contact', async ({ page, bin }) => {
  const tag = sample('tag-added')
  await post(bin.captureUrl, tag)
  await post(
    bin.captureUrl,
    tag.replace('"type": "contact.tag.added"', '"type": "contact.tag.removed"'),
  )
  await post(
    bin.captureUrl,
    tag.replace(/"created_at": "[^"]+"/, '"created_at": "2020-01-01T00:00:00+00:00"'),
  )
  await page.goto(`${bin.inspectUrl}&seq=2`)
  await expect(page.getByRole('article', { name: 'Request 2' })).toBeVisible()
  await page.keyboard.press('d')
  await expect(page.getByRole('heading', { name: 'Request 1 beside 2' })).toBeVisible()
  await expect(page).toHaveURL(/view=compare&of=1,2/)
  const body = page.getByRole('table', { name: 'Body' })
  await expect(body.getByRole('row', { name: /\/type/ })).toContainText('"contact.tag.removed"')

  await page.goto(`${bin.inspectUrl}&view=compare&of=1,3`)
  await expect(page.getByText('is left out')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Leave out ids, times and addresses' }).uncheck()
  await expect(body.getByRole('row', { name: /\/created_at/ })).toContainText('2020-01-01')

  await page.goto(`${bin.inspectUrl}&view=series&of=1,2,3`)
  const series = page.getByRole('table', { name: 'Differences' })
  await expect(series.getByRole('row', { name: /\/type/ })).toContainText('changed')

  await page.goto(`${bin.inspectUrl}&view=contacts`)
  await expect(page.getByRole('heading', { name: '1 contact' })).toBeVisible()
  const lanes = page.getByRole('region', { name: 'Contacts' })
  await expect(lanes.getByRole('link')).toHaveCount(3)
  await expect(lanes).toContainText('+')
  await lanes.getByRole('link').nth(1).click()
  await expect(page.getByRole('article', { name: 'Request 2' })).toBeVisible()
})

/** Number of entries of the archive that an action saves. */
async function har(page: Page, save: () => Promise<void>): Promise<number> {
  const download = page.waitForEvent('download')
  await save()
  const file = await (await download).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(Buffer.from(chunk))
  // The shape of an archive is checked by its own tests.
  const archive = JSON.parse(Buffer.concat(chunks).toString()) as { log: { entries: unknown[] } }
  return archive.log.entries.length
}
