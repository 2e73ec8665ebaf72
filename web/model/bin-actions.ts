import type { SentEvent } from '../../shared/sending.ts'
import type { Client } from '../../shared/client.ts'
import type { Trigger } from '../../shared/events/trigger.ts'
import type { ChangeBinInput, MarkInput } from '../../shared/input.ts'
import type { BinSession } from './bin-session.ts'
import { withChanged, withRemoved } from './inbox.ts'

/** What the owner of a bin may do to it. Each throws what the client throws. */
export type BinActions = {
  send(trigger: Trigger): Promise<SentEvent>
  /** Pins, unpins, notes. */
  mark(seq: number, mark: MarkInput): Promise<void>
  /** Deletes one request. */
  remove(seq: number): Promise<void>
  /** Deletes all requests up to a number. */
  clear(upTo: number): Promise<void>
  changeBin(change: ChangeBinInput): Promise<void>
  restartReply(): Promise<void>
  deleteBin(): Promise<void>
}

/** Changes a bin, and shows the change without waiting for the stream to tell of it. */
export function createBinActions(client: Client, session: BinSession, key: string): BinActions {
  const { id } = session
  const params = { id }
  return {
    send: (trigger) => client('sendEvent', { params, key, body: { trigger } }),
    async mark(seq, mark) {
      const row = await client('markRequest', { params: { id, seq }, key, body: mark })
      session.rows.change((inbox) => withChanged(inbox, [row]))
      session.details.changed([seq])
    },
    async remove(seq) {
      await client('deleteRequest', { params: { id, seq }, key })
      session.rows.change((inbox) => withRemoved(inbox, { seqs: [seq] }))
    },
    async clear(upTo) {
      await client('clearRequests', { params, key, query: { upTo } })
      session.rows.change((inbox) => withRemoved(inbox, { upTo }))
    },
    async changeBin(change) {
      session.setBin(await client('changeBin', { params, key, body: change }))
    },
    async restartReply() {
      session.setBin(await client('restartReply', { params, key }))
    },
    async deleteBin() {
      session.stop()
      await client('deleteBin', { params, key })
    },
  }
}
