import { readFileSync } from 'node:fs'
import { createBin } from 'binspect/client'
import { expect, test } from 'vitest'

test('an opt-in gives the tag, once', async () => {
  const bin = await createBin({ server: process.env.BINSPECT_SERVER })

  // In your test: whatever makes the real sender send to `bin.url`.
  const contact = { 'data.contact.email': 'ann@example.com', 'data.contact.id': 7 }
  await bin.send('funnel-step-form-subscribed', contact)
  await bin.send('tag-added', { ...contact, 'data.tag.name': 'lead' })

  const tagged = await bin.waitFor('trigger:tag-added email:ann@example.com', { timeout: 5000 })
  expect(tagged.verdict).toBe('valid')
  const result = await bin.expect(readFileSync('docs/examples/opt-in.yaml', 'utf8'), { timeout: 0 })
  expect(result.contact).toBe('7')
})
