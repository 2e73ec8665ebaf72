import { expect, rowsOf, test, type StoryBin } from './story.ts'

async function captured(serverUrl: string, bin: StoryBin) {
  const response = await fetch(`${serverUrl}/api/bins/${bin.id}/requests?order=asc`)
  // The API's own tests check the shape.
  const { requests } = (await response.json()) as {
    requests: { method: string; flags: string[] }[]
  }
  return requests.map(({ method, flags }) => [method, ...flags].join(' '))
}

test('looking at a bin is never captured, sending to it always is', async ({
  page,
  server,
  bin,
}) => {
  await page.goto(bin.inspectUrl)
  await page.goto(`${bin.captureUrl}?inspect&utm_source=mail`)
  await page.goto(`${bin.captureUrl}?inspect=1`)
  expect(await captured(server.url, bin)).toEqual([])

  await page.goto(bin.captureUrl)
  await page.getByRole('link').first().click()
  await expect(page).toHaveURL(bin.inspectUrl)
  expect(await captured(server.url, bin)).toEqual(['GET browserVisit'])

  await fetch(bin.inspectUrl, { method: 'POST', body: '{}' })
  await fetch(bin.captureUrl, { method: 'DELETE' })
  expect(await captured(server.url, bin)).toEqual([
    'GET browserVisit',
    'POST sentToInspectLink',
    'DELETE',
  ])
  await expect(rowsOf(page)).toHaveCount(3)
})

test('a program that asks for JSON gets the list', async ({ bin }) => {
  await fetch(bin.captureUrl, { method: 'POST', body: 'hello' })
  const response = await fetch(bin.inspectUrl, { headers: { accept: 'application/json' } })
  expect(await response.json()).toMatchObject({ requests: [{ seq: 1, method: 'POST' }], latest: 1 })
})
