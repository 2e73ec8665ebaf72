import { at, isKind, type JsonDocument, Kind, rawAt } from '../json/document.ts'
import { pointerOf } from '../json/pointer.ts'
import { volatileOf, type Volatile } from './volatile.ts'

/** One path through several requests. */
export type SeriesRow = {
  path: string
  /** As sent, its beginning; `null` where the request has no such path. */
  values: (string | null)[]
  /** Whether each value differs from the one before it; never for the first. */
  changed: boolean[]
  /** Of paths that are an id, a time or an address wherever they are there. */
  volatile: Volatile | null
}

/** A row a path in the order in which they first occur; of very many the first ones. */
export type Series = { rows: SeriesRow[]; isCut: boolean }

const mostPaths = 2_000
const longestValue = 200

/** Lays requests side by side. @param docs in order; `null` for one that is no JSON */
export function seriesOf(docs: readonly (JsonDocument | null)[]): Series {
  const columns = docs.map((doc) => (doc ? leavesOf(doc) : new Map<string, string>()))
  const paths = new Set(columns.flatMap((leaves) => [...leaves.keys()]))
  const rows = [...paths].slice(0, mostPaths).map((path) => rowOf(path, columns))
  return { rows, isCut: paths.size > mostPaths }
}

function rowOf(path: string, columns: Map<string, string>[]): SeriesRow {
  const values = columns.map((leaves) => leaves.get(path) ?? null)
  const changed = values.map((value, index) => index > 0 && value !== values[index - 1])
  const key = path.slice(path.lastIndexOf('/') + 1)
  const kinds = new Set(values.flatMap((value) => (value === null ? [] : [volatileOf(key, value)])))
  const [kind = null] = kinds
  return { path, values, changed, volatile: kinds.size === 1 ? kind : null }
}

/** Values that hold no others, by their paths. */
function leavesOf(doc: JsonDocument): Map<string, string> {
  const leaves = new Map<string, string>()
  for (let node = 0; node < doc.count && leaves.size <= mostPaths; node++) {
    const isLeaf = !isKind(doc, node, Kind.key) && at(doc.nexts, node) === node + 1
    if (isLeaf) leaves.set(pointerOf(doc, node), rawAt(doc, node).slice(0, longestValue))
  }
  return leaves
}
