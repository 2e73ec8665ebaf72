import { ServerResponse, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { sendProblem, type HttpProblem } from './problem.ts'

/** Answers a connection that asked for another protocol with a problem document, and ends it. */
export function refuseUpgrade(req: IncomingMessage, socket: Socket, problem: HttpProblem): void {
  const res = new ServerResponse(req)
  res.shouldKeepAlive = false
  res.assignSocket(socket)
  res.once('finish', () => socket.end())
  sendProblem(req, res, problem)
}
