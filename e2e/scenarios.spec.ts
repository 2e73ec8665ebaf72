import type { Page } from '@playwright/test'
import { expect, rowsOf, test, type StoryBin } from './story.ts'

type Overrides = Record<string, unknown>

/** Sends a documented event to the bin, as the real sender would. */
async function send(bin: StoryBin, trigger: string, overrides: Overrides = {}) {
  const response = await fetch(new URL(`/api/bins/${bin.id}/send`, bin.captureUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bin.ownerKey}` },
    body: JSON.stringify({ trigger, overrides }),
  })
  if (!response.ok) throw new Error(`not sent: ${response.status} ${await response.text()}`)
}

const ann = { 'data.contact.id': 7 }
const optIn = (bin: StoryBin) => send(bin, 'funnel-step-form-subscribed', ann)
const tag = (bin: StoryBin, name = 'lead') =>
  send(bin, 'tag-added', { ...ann, 'data.tag.name': name })
const sale = (bin: StoryBin) => send(bin, 'new-sale', { 'data.customer.contact_id': 7 })

test('what came once is expected again, and the page shows live whether it comes', async ({
  page,
  bin,
}) => {
  for (const step of [optIn, tag, sale]) await step(bin)
  await openAsOwner(page, bin, '')
  for (const { trigger, seq } of [
    { trigger: 'New sale', seq: 3 },
    { trigger: 'Funnel step form subscribed', seq: 1 },
    { trigger: 'Tag added', seq: 2 },
  ]) {
    await rowsOf(page).filter({ hasText: trigger }).hover()
    await page.getByRole('checkbox', { name: `Select request ${seq}` }).click()
  }
  await page.getByRole('button', { name: 'Expect again …' }).click()
  const text = page.getByLabel('Scenario, as YAML or JSON')
  await expect(text).toHaveValue(/sameContact: true/)
  const written = await text.inputValue()
  await text.fill(written.replace('expect: new-sale', 'exactly: 1\n    off: new-sale'))
  await page.getByRole('button', { name: 'Line 12: Unknown key "off": did you mean "of"?' }).click()
  await expect(text).toBeFocused()
  await text.fill(written.replace('expect: new-sale', 'exactly: 1\n    of: new-sale'))
  await page.getByRole('button', { name: 'Save and arm' }).click()

  const card = page.getByRole('article', { name: 'What came once' })
  const steps = card.getByRole('list', { name: 'Steps of What came once' }).getByRole('listitem')
  await expect(steps).toHaveText([/Waiting/, /Waiting/, /Waiting/])
  await optIn(bin)
  await expect(steps.first()).toContainText('Passed')
  await tag(bin, 'customer')
  await expect(steps.nth(1).getByRole('row', { name: /data\.tag\.name/ })).toHaveText(
    /"lead".*"customer"/,
  )
  await tag(bin)
  await sale(bin)
  await expect(steps).toHaveText([/Passed/, /Passed/, /Passed/])
  await card.getByRole('button', { name: 'Keep as golden run' }).click()
  await card.getByRole('button', { name: 'Compare with golden run' }).click()
  await expect(card.getByText('The run is like the golden one.')).toBeVisible()

  await sale(bin)
  await expect(steps.nth(2)).toContainText('One too many: #8 new-sale')
  await expect(steps.nth(2).getByRole('row', { name: /count/ })).toHaveText(/1.*2/)
  await card.getByRole('button', { name: 'Compare with golden run' }).click()
  await expect(card.getByText('Extra: new-sale')).toBeVisible()
})

test('whoever has the link sees what became of a scenario, and changes nothing', async ({
  page,
  bin,
}) => {
  const response = await fetch(new URL(`/api/bins/${bin.id}/scenarios`, bin.captureUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bin.ownerKey}` },
    body: JSON.stringify({ text: 'name: Tags\nsteps: [{never: tag-added}]', arm: true }),
  })
  expect(response.status).toBe(201)
  await page.goto(`${bin.inspectUrl}&view=scenarios`)
  const card = page.getByRole('article', { name: 'Tags' })
  await expect(card).toBeVisible()
  await tag(bin)
  await expect(card.getByRole('listitem')).toContainText('Failed')
  await expect(card.getByRole('button')).toHaveText(['Check what is there'])
  await card.getByRole('link', { name: 'One too many: #1 tag-added' }).click()
  await expect(page.getByRole('article', { name: 'Request 1' })).toBeVisible()
})

test('a share of the whole bin shows its scenarios, live', async ({ page, bin }) => {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${bin.ownerKey}`,
  }
  const make = async (what: string, body: object) => {
    const url = new URL(`/api/bins/${bin.id}/${what}`, bin.captureUrl)
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  await make('scenarios', { text: 'name: Tags\nsteps: [{expect: tag-added}]', arm: true })
  const { url } = await make('shares', { mask: false })
  await page.goto(url)
  await page.getByRole('button', { name: 'More about this bin' }).click()
  await page.getByRole('menuitem', { name: 'Scenarios' }).click()
  const card = page.getByRole('article', { name: 'Tags' })
  await expect(card.getByRole('listitem')).toContainText('Waiting')
  await tag(bin)
  await expect(card.getByRole('listitem')).toContainText('Passed')
  await expect(card.getByRole('button')).toHaveText(['Check what is there'])
  await card.getByRole('button').click()
  await expect(card).toContainText('Passed')
})

/** Opens the bin in a browser that has its key. */
async function openAsOwner(page: Page, { id, inspectUrl, ownerKey }: StoryBin, more: string) {
  const bins = JSON.stringify([{ id, name: '', openedAt: 0, ownerKey }])
  await page.addInitScript((text) => localStorage.setItem('binspect.bins', text), bins)
  await page.goto(inspectUrl + more)
}
