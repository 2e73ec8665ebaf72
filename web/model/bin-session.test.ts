import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../shared/client.ts'
import { createBinActions } from './bin-actions.ts'
import { BinSession } from './bin-session.ts'
import { openSocket } from './testing/open-socket.ts'
import { PretendServer } from './testing/pretend-server.ts'

let server: PretendServer
let session: BinSession
let key: string | undefined

beforeEach(async () => {
  server = await PretendServer.start()
  key = undefined
  const client = createClient({ base: server.base, fetch })
  session = new BinSession('a-bin', {
    client,
    openSocket: (path) => openSocket(server.base + path),
    wakers: () => () => {},
    isOnline: () => true,
    key: () => key,
  })
})

afterEach(async () => {
  session.stop()
  await server.stop()
})

describe('a session', () => {
  it('shows what is there, then what arrives', async () => {
    server.add({ seq: 1 }, { seq: 2 })
    await session.start()
    expect(seqs()).toEqual([2, 1])
    await until(() => session.state.get().connection.status === 'live')
    server.add({ seq: 3 })
    await until(() => seqs()[0] === 3)
    expect(session.state.get().bin?.name).toBe('A bin')
  })

  it('fetches older rows as they are wanted, and no further', async () => {
    server.add(...Array.from({ length: 450 }, (_, index) => ({ seq: index + 1 })))
    await session.start()
    expect(seqs()).toHaveLength(200)
    await session.rows.loadOlder()
    await session.rows.loadOlder()
    await session.rows.loadOlder()
    expect(seqs()).toHaveLength(450)
    expect(seqs().at(-1)).toBe(1)
    expect(session.state.get().inbox.next).toBeNull()
  })

  it('counts arrivals while the top of the list is out of sight', async () => {
    await session.start()
    session.rows.setAtTop(false)
    await until(() => session.state.get().connection.status === 'live')
    server.add({ seq: 1 }, { seq: 2 })
    await until(() => session.state.get().inbox.unseen === 2)
    expect(seqs()).toEqual([2, 1])
  })

  it('lets the server say what matches a search, of old rows and new', async () => {
    server.add({ seq: 1, method: 'GET' }, { seq: 2 })
    await session.start()
    await until(() => session.state.get().connection.status === 'live')
    await session.rows.search('get')
    expect(seqs()).toEqual([1])
    server.add({ seq: 3 }, { seq: 4, method: 'GET' })
    await until(() => seqs()[0] === 4)
    expect(seqs()).toEqual([4, 1])
    await session.rows.search('')
    expect(seqs()).toEqual([4, 3, 2, 1])
  })

  it('begins with the search of the address', async () => {
    server.add({ seq: 1, method: 'GET' }, { seq: 2 })
    await session.rows.search('get')
    await session.start()
    expect(seqs()).toEqual([1])
  })

  it('says why a search has no answer, and keeps the rows', async () => {
    server.add({ seq: 1 })
    await session.start()
    await session.rows.search('(')
    expect(session.state.get().searchFailure).toEqual({ code: 'invalid-search', message: 'No: (' })
    expect(seqs()).toEqual([1])
  })

  it('follows changes and removals of others', async () => {
    server.add({ seq: 1 }, { seq: 2 }, { seq: 3 })
    await session.start()
    await until(() => session.state.get().connection.status === 'live')
    server.send({ type: 'removed', seqs: [2] })
    server.change(3, { pinned: true })
    await until(() => session.state.get().inbox.rows[0]?.pinned === true)
    expect(seqs()).toEqual([3, 1])
    server.send({ type: 'removed', upTo: 1 })
    await until(() => seqs().length === 1)
  })

  it('fetches anew when it has fallen behind', async () => {
    server.add({ seq: 1 })
    await session.start()
    await until(() => session.state.get().connection.status === 'live')
    server.replaceAll({ seq: 50 }, { seq: 51 })
    server.send({ type: 'reset', oldest: 50 })
    await until(() => seqs()[0] === 51)
    expect(seqs()).toEqual([51, 50])
  })

  it('fetches anew when the bin judges by other shapes', async () => {
    server.add({ seq: 1 })
    await session.start()
    await until(() => session.state.get().connection.status === 'live')
    server.replaceAll({ seq: 1, verdict: 'valid' })
    server.send({ type: 'bin', bin: { ...server.bin, shapesRevision: 2 } })
    await until(() => session.state.get().inbox.rows[0]?.verdict === 'valid')
  })

  it('says that there is no such bin', async () => {
    server.isGone = true
    await session.start()
    expect(session.state.get().failure?.code).toBe('bin-not-found')
  })

  it('notices that the bin has been deleted', async () => {
    await session.start()
    await until(() => session.state.get().connection.status === 'live')
    server.isGone = true
    server.dropSockets()
    await until(() => session.state.get().failure?.code === 'bin-not-found')
    expect(session.state.get().connection.status).toBe('closed')
  })

  it('shows its key to a private bin', async () => {
    key = 'k1'
    server.bin = { ...server.bin, visibility: 'private' }
    await session.start()
    await until(() => server.messages.length === 2)
    expect(JSON.parse(server.messages[0] ?? '')).toEqual({ type: 'auth', token: 'k1' })
    expect(JSON.parse(server.messages[1] ?? '')).toEqual({ type: 'presence', name: '' })
    expect(server.keys).toContain('Bearer k1')
  })

  it('is silent after it was stopped, even while it was starting', async () => {
    const started = session.start()
    session.stop()
    await started
    expect(session.state.get().bin).toBeNull()
    expect(server.messages).toEqual([])
  })
})

describe('the open request', () => {
  const open = () => session.details.current.get()

  it('is fetched once, and again after it has changed', async () => {
    server.add({ seq: 1 }, { seq: 2 })
    await session.start()
    session.details.open(1)
    expect(open()).toEqual({ seq: 1, status: 'loading' })
    await until(() => open()?.status === 'ready')
    session.details.open(2)
    session.details.open(1)
    expect(open()).toMatchObject({ status: 'ready', request: { seq: 1, pinned: false } })
    await until(() => session.state.get().connection.status === 'live')
    server.change(1, { pinned: true })
    await vi.waitFor(() => expect(open()).toMatchObject({ request: { pinned: true } }))
  })

  it('is gone when it is removed, or was never there', async () => {
    server.add({ seq: 1 })
    await session.start()
    session.details.open(7)
    await until(() => open()?.status === 'gone')
    session.details.open(1)
    await until(() => open()?.status === 'ready')
    await until(() => session.state.get().connection.status === 'live')
    server.send({ type: 'removed', upTo: 1 })
    await until(() => open()?.status === 'gone')
  })
})

describe('actions', () => {
  it('show what they did without waiting for the stream', async () => {
    server.add({ seq: 1 }, { seq: 2 })
    await session.start()
    const client = createClient({ base: server.base, fetch })
    const actions = createBinActions(client, session, 'k1')
    await actions.mark(2, { pinned: true })
    expect(session.state.get().inbox.rows[0]?.pinned).toBe(true)
    await actions.remove(2)
    expect(seqs()).toEqual([1])
    await actions.changeBin({ name: 'Renamed' })
    expect(session.state.get().bin?.name).toBe('Renamed')
    await actions.clear(session.state.get().inbox.latest)
    expect(seqs()).toEqual([])
    expect(server.keys.filter((one) => one === 'Bearer k1')).toHaveLength(4)
  })
})

function seqs(): number[] {
  return session.state.get().inbox.rows.map(({ seq }) => seq)
}

function until(condition: () => boolean): Promise<void> {
  return vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5000, interval: 5 })
}
