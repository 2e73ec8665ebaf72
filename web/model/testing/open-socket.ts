import { WebSocket } from 'ws'
import type { Socket } from '../connection.ts'

/** A socket for the model, from Node. */
export function openSocket(url: string): Socket {
  const socket = new WebSocket(url)
  // A browser tells of a failure by closing; only this client throws where nobody listens.
  socket.on('error', () => {})
  // It has the browser's handlers; its types only differ in their event classes.
  return socket as unknown as Socket
}
