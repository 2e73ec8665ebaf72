import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test as base, type Locator, type Page } from '@playwright/test'
import { startServer, type RunningServer } from './server.ts'

/** A bin made for one story, with the key that may change it. */
export type StoryBin = { id: string; captureUrl: string; inspectUrl: string; ownerKey: string }

type Fixtures = {
  /** A server of the story's own. */
  server: RunningServer
  /** A bin on it. */
  bin: StoryBin
}

/** Every story has a real server on a free port with its own data folder. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern
  server: async ({}, use) => {
    const server = await startServer()
    await use(server)
    await server.dispose()
  },
  bin: async ({ server }, use) => {
    await use(await createBin(server.url))
  },
})

export { expect } from '@playwright/test'

/** The list of requests in the languages of the page. */
const listNames = { en: 'Requests', id: 'Permintaan', fr: 'Requêtes' }

/** The rows of the list of requests, newest first. */
export function rowsOf(page: Page, language: keyof typeof listNames = 'en'): Locator {
  return page.getByRole('list', { name: listNames[language], exact: true }).getByRole('listitem')
}

/** Makes a bin through the API. */
export async function createBin(serverUrl: string): Promise<StoryBin> {
  const response = await fetch(`${serverUrl}/api/bins`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (response.status !== 201)
    throw new Error(`no bin: ${response.status} ${await response.text()}`)
  // The shape is the API's own promise, checked by the server's tests.
  const { bin, ownerKey } = (await response.json()) as { bin: StoryBin; ownerKey: string }
  return { ...bin, ownerKey }
}

/** Sends a JSON body from outside the browser, as a real sender would. */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Symfony', ...headers },
    body,
  })
  if (!response.ok) throw new Error(`not captured: ${response.status} ${await response.text()}`)
  return response
}

/** The text of a documented sample, byte for byte as printed. */
export function sample(trigger: string): string {
  return readFileSync(
    resolve(import.meta.dirname, `../shared/events/samples/${trigger}.json`),
    'utf8',
  )
}

/** Opens the bin as its owner: puts the key where the page keeps it. */
export async function own(page: Page, { id, ownerKey, inspectUrl }: StoryBin, url: string) {
  await page.goto(`${url}/events`)
  await page.evaluate(
    ([id, ownerKey]) =>
      localStorage.setItem(
        'binspect.bins',
        JSON.stringify([{ id, ownerKey, name: '', openedAt: 1 }]),
      ),
    [id, ownerKey],
  )
  await page.goto(inspectUrl)
}
