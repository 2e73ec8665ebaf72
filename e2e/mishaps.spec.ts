import { expect, own, post, rowsOf, sample, test } from './story.ts'

test('a view that cannot be drawn says so, leads back, and leaves the rest of the page alive', async ({
  page,
  bin,
}) => {
  await post(bin.captureUrl, sample('tag-added'))
  const observed = /\/observed(?:\?|$)/
  await page.route(observed, async (route) => {
    const response = await route.fetch()
    const told = await response.json()
    for (const event of told.events) event.rows = null
    await route.fulfill({ response, json: told })
  })
  await page.goto(`${bin.inspectUrl}&view=fields`)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(/^This view could not be drawn: .*null/)
  await post(bin.captureUrl, sample('new-sale'))
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  await alert.getByRole('link', { name: 'Back to the list' }).click()
  await expect(alert).toHaveCount(0)
  await expect(page).toHaveURL(bin.inspectUrl)

  await page.goBack()
  await expect(alert).toBeVisible()
  await page.unroute(observed)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('as documented').first()).toBeVisible()
})

test('what was deleted ten seconds ago is gone, and its undo with it', async ({
  page,
  server,
  bin,
}) => {
  await page.clock.install()
  await post(bin.captureUrl, '{"n":1}')
  await post(bin.captureUrl, '{"n":2}')
  await own(page, bin, server.url)
  await rowsOf(page).first().getByRole('link').click()
  await page.getByRole('button', { name: 'Delete the request' }).click()
  await page.clock.pauseAt(Date.now() + 1000)
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(1)
  const kept = async () => {
    const answer = await fetch(`${server.url}/api/bins/${bin.id}/requests`)
    const { requests } = await answer.json()
    return requests.map(({ seq }: { seq: number }) => seq)
  }
  await page.clock.fastForward(5000)
  await expect(undo).toBeVisible()
  expect(await kept()).toEqual([2, 1])
  await page.clock.fastForward(6000)
  await expect.poll(kept).toEqual([1])
  await expect(undo).toHaveCount(0)
  await page.keyboard.press('z')
  await page.clock.resume()
  await page.reload()
  await expect(rowsOf(page)).toHaveCount(1)
})

test('a page whose server is away says that it reconnects, and that nothing is lost', async ({
  page,
  server,
  bin,
}) => {
  await page.goto(bin.inspectUrl)
  const connection = page.getByRole('status', { name: 'Connection', exact: true })
  await expect(connection).toHaveText('Live')
  await expect(connection).toHaveAttribute('title', 'What arrives is shown at once.')
  await server.kill()
  await expect(connection).toHaveText('Reconnecting')
  await expect(connection).toHaveAttribute('title', /^The server cannot be reached\./)
  await page.setViewportSize({ width: 390, height: 800 })
  await expect(connection.getByText('Reconnecting')).toBeVisible()
  await server.start()
  await post(bin.captureUrl, sample('new-sale'))
  await expect(connection).toHaveText(/^Live(?: again, caught up on 1 request)?$/)
})
