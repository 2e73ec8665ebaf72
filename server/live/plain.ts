import type { Router } from 'express'
import { HttpProblem } from '../http/problem.ts'

/** Tells who asks for a live stream by plain HTTP how it is to be opened. */
export function refusePlainLive(router: Router): void {
  router.all('/api/bins/:id/live', () => {
    throw new HttpProblem('upgrade-required', 'Open this address as a WebSocket (ws: or wss:).', {
      headers: { Connection: 'Upgrade', Upgrade: 'websocket' },
    })
  })
}
