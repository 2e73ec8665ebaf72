import { isKind, Kind, memberValue, stringAt } from '../json/document.ts'
import { catalogue } from './catalogue.ts'
import { optInLabel, undocumentedLabel } from './labels.ts'
import type { Layer } from './layer.ts'
import { summarize } from './summary.ts'
import type { EventSummary, Family, Label } from './verdict.ts'

/**
 * What a broken text was most likely going to say: a label to show, never a trigger to rely on.
 * @returns `null` where its beginning does not tell
 */
export function guessEvent(outer: Layer): EventSummary | null {
  const layer = { ...outer, node: firstIn(outer) }
  const { doc, node, header } = layer
  const typeNode = doc.count > 0 ? memberValue(doc, node, 'type') : -1
  const isNamed = typeNode >= 0 && isKind(doc, typeNode, Kind.string)
  const type = isNamed ? stringAt(doc, typeNode) : header('x-webhook-event')
  const family: Family = isNamed ? 'automation' : 'account'
  const label = type === undefined ? null : labelOf(family, type)
  if (type === undefined || label === null) return null
  return summarize(layer, { family, type, trigger: null, label })
}

/** The first element where the text is an array. */
function firstIn({ doc, node }: Layer): number {
  const isArray = doc.count > node + 1 && isKind(doc, node, Kind.array)
  return isArray ? node + 1 : node
}

function labelOf(family: Family, type: string): Label | null {
  const entries = catalogue.filter((entry) => entry.family === family && entry.type === type)
  const [entry] = entries
  if (!entry) return family === 'account' ? undocumentedLabel : null
  return entries.length === 1 ? entry.label : optInLabel
}
