import { expect, test } from 'vitest'
import { samples } from '../../shared/events/samples.ts'
import type { ShareRecord } from '../store/store.ts'
import { testBin, testHead, testStore } from '../testing/deps.ts'
import { createMask } from './mask-entry.ts'
import { MaskedEntries } from './masked-entries.ts'

test('a request is masked once for each share, whatever reads it', async () => {
  const store = testStore({})
  await store.bins.create(testBin)
  const body = Buffer.from(samples['new-sale'])
  const seq = await store.append(
    testBin.id,
    testHead({ rawHeaders: ['Content-Type', 'application/json'] }),
    body,
  )
  const request = await store.get(testBin.id, seq)
  if (!request) throw new Error('no request')
  const masked = new MaskedEntries()
  let read = 0
  const show = (id: string) =>
    masked.of(id, createMask(shareOf(id), testBin.id), request, async () => {
      read += 1
      return body
    })
  const first = await show('one')
  expect(await show('one')).toBe(first)
  expect(read).toBe(1)
  const other = await show('two')
  expect(read).toBe(2)
  expect([first.head.bin, other.head.bin]).toEqual(['one', 'two'])
  expect(other.body).not.toEqual(first.body)
})

function shareOf(id: string): ShareRecord {
  return {
    id,
    name: '',
    scope: { kind: 'bin' },
    createdAt: 0,
    expiresAt: null,
    lastUsedAt: null,
    mask: true,
    captureUrl: false,
    tokenHash: '',
    password: null,
    maskKey: id,
  }
}
