import { open, readdir, unlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { makeFolder, privateFile } from '../files.ts'
import { OpenError } from '../open-error.ts'
import type { PlacedLine } from './lines.ts'
import { lineFeed } from './page.ts'
import type { Rebuilder } from './rebuilder.ts'
import { parseName, Segment } from './segment.ts'

/** Bytes that the line of a request has at least. */
const shortestLine = 250

export type LoadOptions = {
  folder: string
  /** Where damaged lines are kept; without it, damage is an error. */
  aside: string | undefined
}

/**
 * Reads the whole log and rebuilds what it says.
 * @returns what a person should know of.
 * @throws OpenError `damaged`, naming file and position
 */
export async function loadLog(options: LoadOptions, rebuilder: Rebuilder): Promise<string[]> {
  const warnings: string[] = []
  const { segments, leftovers } = await listSegments(options.folder)
  const reading = { space: Buffer.alloc(0) }
  for (const segment of segments) {
    const bytes = await readWhole(segment.path, reading)
    const damaged = rebuilder.read(segment, bytes)
    const torn = segment === segments.at(-1) ? tornTail(bytes, damaged) : undefined
    segment.size = torn ? torn.start : bytes.length
    if (torn) {
      damaged.pop()
      const cut = bytes.length - torn.start
      warnings.push(`${segment.path}: cut an unfinished write of ${cut} bytes off its end`)
    }
    if (damaged.length === 0) continue
    warnings.push(await setAside(options, segment, bytes, damaged))
    rebuilder.lose(segment, mostLines(damaged))
  }
  for (const path of leftovers) await unlink(path)
  return warnings
}

/** Where line feeds are damaged too, what looks like one line may have been several. */
function mostLines(damaged: PlacedLine[]): number {
  const lines = damaged.map(({ start, end }) => Math.floor((end - start) / shortestLine))
  return lines.reduce((sum, count) => sum + Math.max(1, count), 0)
}

/** Reads into the same space again and again: a start should not need more memory than the work after. */
async function readWhole(path: string, reading: { space: Buffer }): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > reading.space.length) reading.space = Buffer.allocUnsafe(size)
    const { bytesRead } = await file.read(reading.space, 0, size, 0)
    return reading.space.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The newest generation of each segment, in order, and what a crash has left beside them. */
async function listSegments(folder: string): Promise<{ segments: Segment[]; leftovers: string[] }> {
  const newest = new Map<number, Segment>()
  const leftovers: string[] = []
  for (const name of await readdir(folder)) {
    const parsed = parseName(name)
    if (!parsed) {
      if (name.endsWith('.tmp')) leftovers.push(join(folder, name))
      continue
    }
    const segment = new Segment(folder, parsed.number, parsed.generation)
    const other = newest.get(parsed.number)
    const newer = !other || other.generation < parsed.generation
    if (newer) newest.set(parsed.number, segment)
    if (other) leftovers.push(newer ? other.path : segment.path)
  }
  return { segments: [...newest.values()].sort((a, b) => a.number - b.number), leftovers }
}

/**
 * Where a write was under way when the power or the process went: a last line without its end, be
 * it that blocks were never filled. Any other damage is no accident of writing, nor is a file that
 * was blanked from its beginning.
 */
function tornTail(bytes: Buffer, damaged: PlacedLine[]): PlacedLine | undefined {
  const last = damaged.at(-1)
  if (last?.end !== bytes.length || bytes.at(-1) === lineFeed) return undefined
  return last.start === 0 && bytes[0] === 0 ? undefined : last
}

/** Keeps damaged lines for a person to look at. */
async function setAside(
  { aside }: LoadOptions,
  { path }: Segment,
  bytes: Buffer,
  damaged: PlacedLine[],
): Promise<string> {
  const first = damaged[0]?.start ?? 0
  const what = `${path} is damaged at byte ${first} (${damaged.length} lines in all)`
  if (aside === undefined) {
    throw new OpenError(
      'damaged',
      `${what}: start with --recover to keep what is damaged aside and go on with the rest`,
    )
  }
  await makeFolder(aside)
  const copy = join(aside, `${basename(path)}-at-${first}`)
  const lines = damaged.map(({ start, end }) => bytes.subarray(start, end))
  await writeFile(copy, Buffer.concat(lines), { mode: privateFile })
  return `${what}: kept aside in ${copy}`
}
