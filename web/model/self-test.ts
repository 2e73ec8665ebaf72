import type { SelfTest } from '../../shared/knock.ts'
import type { Client } from '../../shared/client.ts'
import type { BinState } from './bin-state.ts'
import { problemOf } from './problems.ts'
import type { Readable } from './store.ts'

/** What came of a test of a bin. */
export type SelfTestState =
  | { status: 'none' }
  /** `after`: the newest request when it began. */
  | { status: 'running'; after: number }
  /** `isHeard`: whether the live stream told of what was sent. */
  | { status: 'done'; result: SelfTest; isHeard: boolean }
  | { status: 'failed'; reason: string }

type Tested = {
  client: Client
  id: string
  key: string
  state: Readable<Pick<BinState, 'heard'>>
  /** Deletes what the test has sent. */
  remove: (seq: number) => Promise<void>
}

/**
 * Has the server send something to a bin, and waits until the stream tells of it.
 * @param patience milliseconds that the stream is given
 */
export async function testBin(tested: Tested, patience = 5000): Promise<SelfTestState> {
  const { client, id, key, state, remove } = tested
  try {
    const result = await client('selfTest', { params: { id }, key })
    const { seq } = result.loopback
    const isHeard = seq !== null && (await hears(state, seq, patience))
    const sent = [seq, result.publicUrl?.seq ?? null].filter((one) => one !== null)
    await Promise.allSettled(sent.map(remove))
    return { status: 'done', result, isHeard }
  } catch (error) {
    return { status: 'failed', reason: problemOf(error).message }
  }
}

/** Whether the stream tells of a request in time. */
function hears(state: Tested['state'], seq: number, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isHeard: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(isHeard)
    }
    const look = () => {
      if (state.get().heard >= seq) finish(true)
    }
    const stop = state.subscribe(look)
    const timer = setTimeout(() => finish(false), patience)
    look()
  })
}
