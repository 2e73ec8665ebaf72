import type { JsonSchema } from '../../shared/events/schema.ts'
import { maskValues } from '../../shared/mask/values.ts'
import type { OwnShapes } from '../../shared/own-shape/own-shape.ts'

/**
 * Own shapes as a share shows them, made once for each revision. A shape may have been made of a
 * request: its names and values are hidden as there.
 */
export function createShownShapes(hide: (text: string) => string): (own: OwnShapes) => OwnShapes {
  let last: { own: OwnShapes; shown: OwnShapes } | undefined
  return (own) => {
    if (last?.own !== own) last = { own, shown: shownShapes(own, hide) }
    return last.shown
  }
}

function shownShapes(own: OwnShapes, hide: (text: string) => string): OwnShapes {
  const shapes = own.shapes.map((shape) => ({
    ...shape,
    name: hide(shape.name),
    // Texts stay texts, so it stays a schema.
    schema: maskValues(shape.schema, hide) as JsonSchema,
  }))
  return { ...own, shapes }
}
