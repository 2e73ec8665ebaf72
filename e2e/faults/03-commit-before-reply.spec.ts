import { earlyReplies } from './commit-order.ts'
import { needCommand } from './needs.ts'
import { expect, test } from './rig.ts'

const requests = 100

test('each reply follows a sync that followed the write of its request', async ({ rig }) => {
  needCommand('strace')
  expect(await earlyReplies(rig, requests, [])).toEqual([])
})

test('control: durability that ends with the process syncs nothing', async ({ rig }) => {
  needCommand('strace')
  expect(await earlyReplies(rig, 10, ['--durability', 'process'])).toHaveLength(10)
})
