import type { WebSocket } from 'ws'

/** Milliseconds between two pings. */
export const pingInterval = 20_000
// A reader that has stopped reading cannot answer, and must not be cut off for that alone: only
// the silence of a quarter of an hour tells that nobody is there.
const silentRounds = 45
const mostMessages = 2000

/** Pings every connection, and lets go of those whose peer has been silent for too long. */
export function createHeartbeat(interval = pingInterval, rounds = silentRounds) {
  const silence = new Map<WebSocket, { rounds: number; messages: number }>()
  const timer = setInterval(beat, interval)
  timer.unref()

  function beat() {
    for (const [socket, signs] of silence) {
      signs.rounds += 1
      signs.messages = 0
      if (signs.rounds > rounds) socket.terminate()
      else if (socket.bufferedAmount === 0) socket.ping()
    }
  }

  return {
    watch(socket: WebSocket) {
      const signs = { rounds: 0, messages: 0 }
      silence.set(socket, signs)
      socket.on('pong', () => {
        signs.rounds = 0
      })
      socket.on('message', () => {
        signs.rounds = 0
        signs.messages += 1
        // 100 a second: readers have one thing to say, and say it once.
        if (signs.messages > mostMessages) socket.close(1008, 'too-many-messages')
      })
      socket.once('close', () => silence.delete(socket))
    },
    stop: () => clearInterval(timer),
  }
}
