import type { WebSocket } from 'ws'
import { parseAuth } from '../../shared/live-messages.ts'
import { isOwnerKey } from '../http/access.ts'
import type { BinRecord } from '../store/store.ts'
import { closeCodes } from './reader.ts'

const patience = 10_000

/**
 * Waits for the first message of a reader who has to show a key: `{"type":"auth","token":"…"}`. The
 * connection is closed where it is anything else, or none comes within ten seconds.
 * @param check called once with the token; lets the reader in, or closes the connection
 */
export function awaitAuth(socket: WebSocket, check: (token: string) => void | Promise<void>): void {
  const timer = setTimeout(() => socket.close(closeCodes.noKey, 'key-required'), patience)
  socket.once('close', () => clearTimeout(timer))
  socket.once('message', (data) => {
    clearTimeout(timer)
    const auth = Buffer.isBuffer(data) ? parseAuth(data.toString()) : null
    if (!auth) socket.close(closeCodes.noKey, 'key-required')
    else Promise.resolve(check(auth.token)).catch(() => socket.close(closeCodes.failed))
  })
}

/** Checks the owner key of a private bin. @param admit called where it is right */
export function ownerCheck(
  socket: WebSocket,
  bin: () => BinRecord | undefined,
  admit: () => void,
): (token: string) => void {
  return (token) => {
    // Read again: under the same id there may be another bin by now.
    const record = bin()
    if (!record) socket.close(closeCodes.gone, 'bin-not-found')
    else if (!isOwnerKey(record, token)) socket.close(closeCodes.wrongKey, 'owner-key-wrong')
    else admit()
  }
}
