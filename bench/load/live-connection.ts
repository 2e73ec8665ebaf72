import { once } from 'node:events'
import { WebSocket } from 'ws'

/** A live stream to be opened. */
export type LiveTarget = { port: number; bin: string; after: number }

/** Opens a live stream; resolves with its first frame, which only says hello. */
export async function openLive(
  { port, bin, after }: LiveTarget,
  arrived: (frame: Buffer) => void,
): Promise<WebSocket> {
  const url = `ws://127.0.0.1:${port}/api/bins/${bin}/live?after=${after}`
  const socket = new WebSocket(url, { perMessageDeflate: false })
  await once(socket, 'message')
  // A `ws` client gives buffers unless it is told otherwise.
  return socket.on('message', (data) => arrived(data as Buffer))
}
