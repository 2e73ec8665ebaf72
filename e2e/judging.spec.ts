import { expect, post, sample, test } from './story.ts'

test('many requests are judged as one is', async ({ server, bin }) => {
  const triggers = ['new-sale', 'tag-added', 'page-visited', 'campaign-finished']
  for (let i = 0; i < 40; i += 1) await post(bin.captureUrl, sample(triggers[i % 4] ?? ''))
  const list = await fetch(`${server.url}/api/bins/${bin.id}/requests?order=asc`)
  const rows = triggers.map((trigger) => ({ verdict: 'valid', event: { trigger } }))
  expect(await list.json()).toMatchObject({ requests: Array(10).fill(rows).flat() })
})
