import { defaultReply } from '../../../shared/bin.ts'
import type { Bodies } from '../bodies.ts'
import type { CatalogueData } from '../catalogue-file.ts'
import { reason } from '../fault.ts'
import { makeFolder } from '../files.ts'
import type { Limits } from '../limits.ts'
import type { Listeners } from '../listeners.ts'
import type { BinRecord } from '../store.ts'
import { Appender } from './appender.ts'
import { Ledger } from './ledger.ts'
import { loadLog } from './load.ts'
import { Log } from './log.ts'
import { LogBin } from './log-bin.ts'
import { Rebuilder } from './rebuilder.ts'
import { Segment } from './segment.ts'
import { Tail, type TailOptions } from './tail.ts'

export type LogOptions = {
  tail: TailOptions
  /** Where damaged lines are kept; without it, damage is an error. */
  aside: string | undefined
  bins: CatalogueData
  /** Whether bins that only the log knows are put into the catalogue, rather than removed. */
  adopt: boolean
  limits: Limits
  listeners: Listeners
  bodies: Bodies
}

export type OpenedLog = {
  log: Log
  warnings: string[]
  /** Latest date that a request vouches for. */
  lastKnown: number | undefined
}

/** Reads what is there, sets it right, and opens the log for writing. @throws OpenError `damaged` */
export async function openLog(options: LogOptions): Promise<OpenedLog> {
  const { folder } = options.tail
  await makeFolder(folder)
  const ledger = new Ledger(options.limits, options.listeners)
  const found = findBins(options)
  const rebuilder = new Rebuilder(ledger.segments, found.find)
  const warnings = await loadLog({ folder, aside: options.aside }, rebuilder)
  for (const bin of found.bins.values()) {
    settle(bin, rebuilder.lost)
    ledger.add(bin)
  }
  const named = [...ledger.bins.values()].flatMap((bin) => [...bin.files.values()])
  // Bodies of lines that were damaged are kept with them.
  await options.bodies.open(new Set(named), rebuilder.lost > 0 ? options.aside : undefined)
  const tail = new Tail(
    options.tail,
    ledger.segments,
    ledger.segments.last() ?? new Segment(folder, 1),
  )
  await tail.open()
  const freed = (files: string[]) => void options.bodies.remove(files).catch(() => {})
  const log = new Log(ledger, new Appender(ledger, tail, freed), options.bodies)
  await log.cleanse(rebuilder.impure).catch((error: unknown) => {
    warnings.push(`${folder}: what was deleted or damaged cannot be removed yet: ${reason(error)}`)
  })
  return { log, warnings, lastKnown: rebuilder.lastKnown }
}

function findBins({ bins: catalogue, adopt }: LogOptions) {
  const bins = new Map<string, LogBin>()
  for (const [id, { record, marks }] of catalogue) bins.set(id, new LogBin(record, marks))
  const find = (id: string): LogBin | undefined => {
    const known = bins.get(id)
    if (known || !adopt) return known
    const bin = new LogBin(strayRecord(id))
    bins.set(id, bin)
    catalogue.set(id, { record: bin.record, marks: bin.marks })
    return bin
  }
  return { bins, find }
}

/** Lost lines may have been the newest of any bin: their numbers are not given away again. */
function settle(bin: LogBin, lost: number): void {
  bin.totals.latest += lost
  bin.assigned = bin.latest
  bin.unlogged = lost > 0
  for (const seq of bin.marks.keys()) if (!bin.rows.get(seq)) bin.marks.delete(seq)
}

/** Settings of a bin whose own are lost: no key opens it, but what it holds can be read. */
function strayRecord(id: string): BinRecord {
  return {
    id,
    name: id,
    visibility: 'link',
    createdAt: 0,
    expiresAt: null,
    ownerKeyHash: '0'.repeat(64),
    secret: null,
    reply: defaultReply,
  }
}
