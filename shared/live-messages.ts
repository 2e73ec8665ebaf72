import { parseObject } from './live.ts'

/** The first message of a client that needs a key to read. */
export type LiveAuth = { type: 'auth'; token: string }

/** Says that somebody looks, and by what name; sent again when the name changes. */
export type LivePresence = { type: 'presence'; name: string }

/** Reads what a client says of itself; `null` where it is anything else. */
export function parsePresence(text: string): LivePresence | null {
  const message = parseObject(text)
  if (!message || !('type' in message) || message.type !== 'presence') return null
  const name = 'name' in message && typeof message.name === 'string' ? message.name : ''
  return { type: 'presence', name }
}

/** Reads the first message of a client; `null` where it is anything else. */
export function parseAuth(text: string): LiveAuth | null {
  const message = parseObject(text)
  if (!message || !('type' in message) || message.type !== 'auth') return null
  return 'token' in message && typeof message.token === 'string'
    ? { type: 'auth', token: message.token }
    : null
}
