import type { WebSocket } from 'ws'
import { parseAuth } from '../../shared/live.ts'
import { isOwnerKey } from '../http/access.ts'
import type { BinRecord } from '../store/store.ts'
import { closeCodes } from './reader.ts'

const patience = 10_000

/**
 * Waits for the first message of a reader of a private bin: `{"type":"auth","token":"<owner key>"}`.
 * The connection is closed where the key is wrong, or none comes within ten seconds.
 * @param admit called once, where the key is right
 */
export function awaitKey(
  socket: WebSocket,
  bin: () => BinRecord | undefined,
  admit: () => void,
): void {
  const timer = setTimeout(() => socket.close(closeCodes.noKey, 'owner-key-required'), patience)
  socket.once('close', () => clearTimeout(timer))
  socket.once('message', (data) => {
    clearTimeout(timer)
    const auth = Buffer.isBuffer(data) ? parseAuth(data.toString()) : null
    // Read again: under the same id there may be another bin by now.
    const record = bin()
    if (!record) socket.close(closeCodes.gone, 'bin-not-found')
    else if (!auth) socket.close(closeCodes.noKey, 'owner-key-required')
    else if (!isOwnerKey(record, auth.token)) socket.close(closeCodes.wrongKey, 'owner-key-wrong')
    else admit()
  })
}
