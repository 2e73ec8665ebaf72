import type { WebSocket } from 'ws'
import { isOwnerKey } from '../http/access.ts'
import type { BinRecord } from '../store/store.ts'
import { closeCodes } from './reader.ts'

const patience = 10_000

/**
 * Waits for the first message of a reader of a private bin: `{"type":"auth","token":"<owner key>"}`.
 * The connection is closed where the key is wrong, or none comes within ten seconds.
 * @param admit called once, where the key is right
 */
export function awaitKey(socket: WebSocket, bin: BinRecord, admit: () => void): void {
  const timer = setTimeout(() => socket.close(closeCodes.noKey, 'owner-key-required'), patience)
  socket.once('close', () => clearTimeout(timer))
  socket.once('message', (data) => {
    clearTimeout(timer)
    const token = Buffer.isBuffer(data) ? tokenOf(data.toString()) : null
    if (token === null) socket.close(closeCodes.noKey, 'owner-key-required')
    else if (!isOwnerKey(bin, token)) socket.close(closeCodes.wrongKey, 'owner-key-wrong')
    else admit()
  })
}

function tokenOf(text: string): string | null {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null) return null
    const isAuth = 'type' in message && message.type === 'auth'
    return isAuth && 'token' in message && typeof message.token === 'string' ? message.token : null
  } catch {
    return null
  }
}
