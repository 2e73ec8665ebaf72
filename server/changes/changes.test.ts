import { describe, expect, test } from 'vitest'
import { operations } from '../../shared/operations.ts'
import { mostChanges, notedOperations, type KeptChange } from '../../shared/change.ts'
import { apiForTests, problemOf } from '../testing/api.ts'
import { withChange } from './kept.ts'

const api = apiForTests()

const listed = async (id: string, key: string) =>
  (await api.client('listChanges', { params: { id }, key })).changes

describe('the changes of a bin', () => {
  test('are noted with when, what and by what right, newest first', async () => {
    const { id, key } = await api.newBin()
    await api.capture(id, '{}')
    const params = { id }
    await api.client('changeBin', { params, key, body: { secret: 'Tr0mb0ne', name: 'Xylophone' } })
    const one = { id, seq: 1 }
    await api.client('markRequest', { params: one, key, body: { note: 'Call Zoequill' } })
    const body = { password: 'Harmonica', name: 'Zoequill' }
    const { share, token } = await api.client('createShare', { params, key, body })
    const { pass } = await api.client('unlockShare', {
      key: token,
      body: { password: 'Harmonica' },
    })
    const opened = { params: { id: share.id }, key: `${token}.${pass}` }
    await Promise.all([1, 2, 3].map(() => api.client('readBin', opened)))
    await expect.poll(async () => (await listed(id, key)).length).toBe(5)
    await api.client('deleteShare', { params: { id, share: share.id }, key })
    await api.client('deleteRequest', { params: one, key })
    await api.client('clearRequests', { params, key, query: {} })
    const changes = await listed(id, key)
    expect(changes.map(({ what, by, subject }) => [what, by, subject])).toEqual([
      ['clearRequests', 'owner', ''],
      ['deleteRequest', 'owner', '1'],
      ['deleteShare', 'owner', share.id],
      ['openShare', 'share', share.id],
      ['createShare', 'owner', share.id],
      ['markRequest', 'owner', '1: note'],
      ['changeBin', 'owner', 'name, secret'],
      ['createBin', 'anyone', ''],
    ])
    expect(changes.every(({ at, count }) => count === 1 && Date.parse(at) > 0)).toBe(true)
    const told = JSON.stringify(changes)
    for (const secret of [key, token, 'Tr0mb0ne', 'Xylophone', 'Harmonica', 'Zoequill']) {
      expect(told).not.toContain(secret)
    }
  })

  test('are for the owner only', async () => {
    const { id, key } = await api.newBin()
    const { share, token } = await api.client('createShare', { params: { id }, key, body: {} })
    const params = { id }
    expect((await problemOf(api.client('listChanges', { params }))).status).toBe(401)
    expect((await problemOf(api.client('listChanges', { params, key: 'x' }))).status).toBe(403)
    const shared = { params: { id: share.id }, key: token }
    expect((await problemOf(api.client('listChanges', shared))).code).toBe('share-not-allowed')
    expect(JSON.stringify(await api.client('readBin', { params }))).not.toContain('createShare')
  })

  test('that were refused are none', async () => {
    const { id, key } = await api.newBin()
    await problemOf(api.client('changeBin', { params: { id }, key: 'wrong', body: { name: 'x' } }))
    await problemOf(api.client('deleteRequest', { params: { id, seq: 9 }, key }))
    expect(await listed(id, key)).toHaveLength(1)
  })

  test('are all there where many were made at once', async () => {
    const { id, key } = await api.newBin()
    const settings = [
      { name: 'x' },
      { secret: 'x' },
      { visibility: 'link' as const },
      { ttl: '1h' },
    ]
    await Promise.all(
      settings.map((body) => api.client('changeBin', { params: { id }, key, body })),
    )
    const subjects = (await listed(id, key)).map(({ subject }) => subject)
    expect(subjects.toSorted()).toEqual(['', 'name', 'secret', 'ttl', 'visibility'])
  })
})

test('every operation that changes a bin is noted', () => {
  // These send something, or only look; deleting a bin deletes its changes.
  const others = [
    'selfTest',
    'sendEvent',
    'replayRequest',
    'startPlayback',
    'cancelPlayback',
    'checkScenario',
  ]
  const changing = Object.entries(operations)
    .filter(([, { method, path }]) => method !== 'GET' && path.startsWith('/api/bins/:id'))
    .map(([name]) => name)
  expect(changing.toSorted()).toEqual([...notedOperations, ...others, 'deleteBin'].toSorted())
})

describe('the list', () => {
  const change = (subject: string, at = 0) =>
    ({ at, what: 'markRequest', by: 'owner', subject }) as const
  const kept = (changes: ReturnType<typeof change>[]) =>
    changes.reduce<KeptChange[]>((list, one) => withChange(list, one), [])

  test('counts what is done again within a minute', () => {
    const same = [change('1'), change('1', 59_000), change('1', 130_000), change('2', 130_001)]
    expect(kept(same).map(({ count, at }) => [count, at])).toEqual([
      [2, 59_000],
      [1, 130_000],
      [1, 130_001],
    ])
  })

  test('keeps the newest two hundred', () => {
    const list = kept(Array.from({ length: mostChanges + 1 }, (_, index) => change(`${index}`)))
    expect(list).toHaveLength(mostChanges)
    expect([list[0]?.subject, list.at(-1)?.subject]).toEqual(['1', `${mostChanges}`])
  })
})
