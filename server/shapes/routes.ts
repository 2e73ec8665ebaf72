import type { Router } from 'express'
import { findBin, requireOwner, requireReader } from '../http/access.ts'
import type { ControlDeps } from '../http/deps.ts'
import { route } from '../http/routes.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { draftShape } from './draft.ts'
import { checkShapeInput } from './input.ts'
import { Shapes } from './shapes.ts'

/** Own shapes of a bin: listed, made, changed, deleted. */
export function routeShapes(router: Router, deps: ControlDeps, inspector: Inspector): void {
  const { store } = deps
  const shapes = new Shapes(deps)

  route(router, 'listShapes', ({ req, params }) => {
    const bin = findBin(store.bins, params.id)
    requireReader(req, bin)
    return { shapes: [...shapes.of(bin)] }
  })

  route(router, 'createShape', async ({ req, params, body }) => {
    const bin = findBin(store.bins, params.id)
    requireOwner(req, bin)
    const input = await body()
    checkShapeInput(input)
    return shapes.create(bin, await draftShape({ store, inspector }, bin, input))
  })

  route(router, 'changeShape', async ({ req, params, body }) => {
    const bin = findBin(store.bins, params.id)
    requireOwner(req, bin)
    const input = await body()
    checkShapeInput(input)
    return shapes.change(bin, params.shape, input)
  })

  route(router, 'deleteShape', async ({ req, params }) => {
    const bin = findBin(store.bins, params.id)
    requireOwner(req, bin)
    await shapes.delete(bin, params.shape)
    return undefined
  })
}
