import { useMemo } from 'react'
import type { OwnShape } from '../../shared/own-shape/own-shape.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import type { ShapeInput } from './shape-form.ts'

/** The shapes of a bin: read, made, changed, removed. Each throws what the client throws. */
export type ShapeCalls = {
  list: () => Promise<readonly OwnShape[]>
  /** @param from number of the request that what is left out is made of */
  create: (input: ShapeInput, from: number) => Promise<OwnShape>
  change: (shape: string, input: ShapeInput) => Promise<OwnShape>
  remove: (shape: string) => Promise<undefined>
}

export function useShapeCalls(session: BinSession): ShapeCalls {
  const { client } = useServices()
  return useMemo(() => {
    const { id, key } = session
    return {
      list: async () => (await client('listShapes', { params: { id }, key: key() })).shapes,
      create: (input, from) =>
        client('createShape', { params: { id }, body: { ...input, from }, key: key() }),
      change: (shape, input) =>
        client('changeShape', { params: { id, shape }, body: input, key: key() }),
      remove: (shape) => client('deleteShape', { params: { id, shape }, key: key() }),
    }
  }, [client, session])
}
