import type { Router } from 'express'
import type { ControlDeps } from './deps.ts'
import { route } from './routes.ts'

/** Whether the server takes requests in now. */
export function routeHealth(router: Router, { store, config, outside }: ControlDeps): void {
  route(router, 'health', () => {
    const health = store.health()
    const tunnel = outside?.tunnel() ?? null
    const { status } = health
    return { status, version: config.version, store: health, ...(tunnel && { tunnel }) }
  })
}
