import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml'
import { scenarioLimits } from './scenario.ts'

/** Something wrong with a text: where, and in words without a full stop. */
export type ScenarioError = {
  message: string
  /** UTF-16 offset. */
  position: number
  /** Counted from 1. */
  line: number
  column: number
}

/** A value of the text and where it stands. Maps are lists of pairs: keys are never properties. */
export type SourceNode = { start: number } & (
  | { type: 'scalar'; value: string | number | boolean | null }
  | { type: 'list'; items: SourceNode[] }
  | { type: 'map'; entries: SourceEntry[] }
)
export type SourceEntry = { key: string; keyStart: number; value: SourceNode }

/** Gathers what is wrong, so that a person sees it all at once. */
export class Faults {
  readonly errors: ScenarioError[] = []
  readonly #lines: LineCounter

  constructor(lines: LineCounter) {
    this.#lines = lines
  }

  add(position: number, message: string): void {
    if (this.errors.length >= scenarioLimits.errors) return
    const { line, col } = this.#lines.linePos(position)
    this.errors.push({ message, position, line: Math.max(1, line), column: Math.max(1, col) })
  }

  lineOf(position: number): number {
    return Math.max(1, this.#lines.linePos(position).line)
  }
}

const maxDepth = 12

/** Reads YAML 1.2, and JSON with it; without aliases, tags and everything else that could surprise. */
export function readSource(text: string): { root: SourceNode | null; faults: Faults } {
  const lines = new LineCounter()
  const faults = new Faults(lines)
  if (text.length > scenarioLimits.length) {
    faults.add(0, `A scenario has at most ${scenarioLimits.length} characters`)
    return { root: null, faults }
  }
  const document = parse(text, lines)
  if (!document) {
    faults.add(0, 'Too many levels inside each other')
    return { root: null, faults }
  }
  for (const error of document.errors) {
    const message = error.message.replace(/ at line \d+, column \d+:[^]*$/, '')
    faults.add(error.pos[0], advice.get(message) ?? message)
  }
  if (document.errors.length > 0) return { root: null, faults }
  if (document.contents === null) {
    faults.add(0, 'The scenario is empty: it needs a name and steps')
    return { root: null, faults }
  }
  const root = convert(document.contents, faults, 0)
  return { root: faults.errors.length > 0 ? null : root, faults }
}

/** What to do, where what the parser says is about YAML and not about what was written. */
const advice = new Map([
  [
    'Nested mappings are not allowed in compact mappings',
    'A key inside a value: check the indentation, or put a text with a colon in quotes',
  ],
  ['Implicit map keys need to be followed by map values', 'A key needs a colon after it'],
])

function parse(text: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, { lineCounter, schema: 'core', merge: false, logLevel: 'silent' })
  } catch (error) {
    // What is nested deeper than the stack holds.
    if (error instanceof RangeError) return null
    throw error
  }
}

const nothing = (start: number): SourceNode => ({ type: 'scalar', value: null, start })

function convert(node: ParsedNode | null, faults: Faults, depth: number): SourceNode {
  if (!node) return nothing(0)
  const [start] = node.range
  const refusal = refusalOf(node, depth)
  if (refusal !== null) {
    faults.add(start, refusal)
    return nothing(start)
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item, faults, depth + 1))
    return { type: 'list', items, start }
  }
  if (isMap(node)) {
    const entries = node.items.flatMap(({ key, value }) => entryOf(key, value, faults, depth + 1))
    return { type: 'map', entries, start }
  }
  return { type: 'scalar', value: isScalar(node) ? plain(node.value) : null, start }
}

function entryOf(
  key: ParsedNode,
  value: ParsedNode | null,
  faults: Faults,
  depth: number,
): SourceEntry[] {
  const [start, end] = key.range
  if (!isScalar(key) || refusalOf(key, depth) !== null) {
    faults.add(start, 'A key has to be a plain text')
    return []
  }
  const read = value ? convert(value, faults, depth) : nothing(end)
  return [{ key: String(key.value), keyStart: start, value: read }]
}

function refusalOf(node: ParsedNode, depth: number): string | null {
  if (depth > maxDepth) return 'Too many levels inside each other'
  if (isAlias(node) || node.anchor !== undefined) {
    return 'Anchors and aliases (& and *) are not taken: write the value out'
  }
  return node.tag !== undefined && node.tag.startsWith('tag:') && !coreTags.has(node.tag)
    ? 'Tags (!) are not taken'
    : null
}

const coreTags = new Set(
  ['map', 'seq', 'str', 'null', 'bool', 'int', 'float'].map((tag) => `tag:yaml.org,2002:${tag}`),
)

function plain(value: unknown): string | number | boolean | null {
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isPlain ? value : null
}
