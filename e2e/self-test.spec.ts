import { connect } from 'node:net'
import { expect, own, post, rowsOf, test } from './story.ts'

test('a bin tests itself: from the server, over the stream, and leaves nothing', async ({
  page,
  server,
  bin,
}) => {
  await own(page, bin, server.url)
  await page.getByText('Why did nothing arrive?').click()
  const selfTest = page.getByRole('region', { name: 'Self-test' })
  await selfTest.getByRole('button', { name: 'Test this bin' }).click()
  await expect(selfTest.getByText('arrived, answered with 200')).toBeVisible()
  await expect(selfTest.getByText('shown the moment it was kept.')).toBeVisible()
  await expect(selfTest.getByText('there is none. Start the server with')).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(0)
})

test('what went astray is listed where somebody asks why nothing arrived', async ({
  page,
  server,
  bin,
}) => {
  await fetch(`${server.url}/bin/opt-inn`, { method: 'POST', body: '{}' })
  await sayNonsense(server.url, bin.id)
  await page.goto(bin.inspectUrl)
  await page.getByText('Why did nothing arrive?').click()
  await expect(page.getByRole('heading', { name: 'sent to a bin that does not' })).toBeVisible()
  await expect(page.getByText('POST to /bin/opt-inn: there is no such bin.')).toBeVisible()
  await expect(page.getByText('Invalid method encountered.')).toBeVisible()
  await expect(page.getByText('A trigger fires at most 20 times for one contact.')).toBeVisible()
})

test('ready commands come in four shells', async ({ page, bin }) => {
  await page.goto(bin.inspectUrl)
  for (const [shell, start] of [
    ['curl', 'curl '],
    ['fetch', 'await fetch('],
    ['HTTPie', 'http '],
    ['PowerShell', 'Invoke-'],
  ] as const) {
    await page.getByRole('tab', { name: shell, exact: true }).click()
    const command = page.getByRole('tabpanel', { name: shell, exact: true })
    await expect(command).toContainText(start)
    await expect(command).toContainText(bin.captureUrl)
  }
  await post(bin.captureUrl, '{"at last":true}')
  await expect(page.getByRole('article', { name: 'Request 1' })).toBeVisible()
})

/** Sends what is no HTTP, as a port scanner or a wrong setting would. */
async function sayNonsense(serverUrl: string, bin: string): Promise<void> {
  const { hostname, port } = new URL(serverUrl)
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.on('error', reject).on('close', () => resolve())
    socket.end(`NONSENSE /bin/${bin} HTTP/1.1\r\nHost: x\r\n\r\n`)
    socket.resume()
  })
}
