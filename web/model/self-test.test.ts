import { describe, expect, it } from 'vitest'
import type { Client } from '../../shared/client.ts'
import { testBin } from './self-test.ts'
import { createStore } from './store.ts'

const knock = { url: 'http://x/bin/a', status: 200, seq: 7, failure: null, ms: 1 }

function tested(result: unknown, heard: number) {
  const removed: number[] = []
  const state = createStore({ heard })
  // Only this one operation is called.
  const client = (async () => result) as unknown as Client
  const remove = async (seq: number) => void removed.push(seq)
  return { removed, state, subject: { client, id: 'a', key: 'k', state, remove } }
}

describe('testBin', () => {
  it('waits until the stream tells of what was sent, and takes it away again', async () => {
    const result = { loopback: knock, publicUrl: { ...knock, seq: 8 } }
    const { subject, state, removed } = tested(result, 6)
    const done = testBin(subject)
    state.set({ heard: 7 })
    expect(await done).toEqual({ status: 'done', result, isHeard: true })
    expect(removed).toEqual([7, 8])
  })

  it('tells that the stream is silent', async () => {
    const { subject } = tested({ loopback: knock, publicUrl: null }, 6)
    expect(await testBin(subject, 1)).toMatchObject({ status: 'done', isHeard: false })
  })

  it('waits for nothing that did not reach the bin', async () => {
    const result = { loopback: { ...knock, seq: null }, publicUrl: null }
    const { subject, removed } = tested(result, 6)
    expect(await testBin(subject)).toMatchObject({ status: 'done', isHeard: false })
    expect(removed).toEqual([])
  })

  it('tells why the test could not be made', async () => {
    const { subject } = tested(null, 0)
    const client = (() => Promise.reject(new Error('no way'))) as unknown as Client
    expect(await testBin({ ...subject, client })).toMatchObject({ status: 'failed' })
  })
})
