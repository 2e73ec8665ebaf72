import { join, resolve } from 'node:path'
import { Bodies } from './bodies.ts'
import { Calendar } from './calendar.ts'
import { openCatalogue } from './catalogue.ts'
import { systemClock, type Clock } from './clock.ts'
import { realDisk, type DiskOps } from './disk-ops.ts'
import { DiskStore } from './disk-store.ts'
import { reason } from './fault.ts'
import { makeFolder } from './files.ts'
import { checkFormat, writeFormat } from './format.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Listeners } from './listeners.ts'
import { lockFolder } from './lock.ts'
import { openLog } from './log/open.ts'
import { OpenError } from './open-error.ts'
import type { Store } from './store.ts'

export type DiskStoreOptions = {
  /** The data folder; made if need be. */
  dir: string
  /** What an append survives: the end of the process, or power loss too. */
  durability: 'disk' | 'process'
  limits?: Partial<Limits>
  clock?: Clock
  /** Keep what is damaged aside and go on with the rest, rather than refuse. */
  recover?: boolean
  ops?: DiskOps
  /** Bytes after which the log goes on in a new file. */
  segmentSize?: number
}

/** A store, and what a person should know of how it was found. */
export type OpenedStore = Store & { readonly warnings: string[] }

const usualSegment = 16 * 2 ** 20

/**
 * Opens the store in a folder, for this process alone.
 * @throws OpenError saying in one line why not
 */
export async function openDiskStore(options: DiskStoreOptions): Promise<OpenedStore> {
  const folder = resolve(options.dir)
  try {
    await makeFolder(folder)
    await checkFormat(folder, options.recover === true)
    const release = await lockFolder(folder)
    return await openLocked(folder, options, release).catch(async (error: unknown) => {
      await release()
      throw error
    })
  } catch (error) {
    if (error instanceof OpenError) throw error
    throw new OpenError('unusable', `${folder} cannot be used: ${reason(error)}`, { cause: error })
  }
}

async function openLocked(
  folder: string,
  options: DiskStoreOptions,
  release: () => Promise<void>,
): Promise<OpenedStore> {
  const { clock = systemClock, durability, recover = false, ops = realDisk } = options
  const limits = { ...defaultLimits, ...options.limits }
  const durable = durability === 'disk'
  await writeFormat(folder)
  const { catalogue, warnings, lost } = await openCatalogue(folder, recover, clock.now())
  const listeners = new Listeners()
  const bodies = new Bodies(join(folder, 'bodies'), durable)
  const opened = await openLog({
    tail: {
      folder: join(folder, 'log'),
      ops,
      clock,
      durable,
      freeSpace: limits.freeSpace,
      segmentSize: options.segmentSize ?? usualSegment,
    },
    aside: recover ? join(folder, 'damaged') : undefined,
    bins: catalogue.bins,
    adopt: lost,
    limits,
    listeners,
    bodies,
  })
  const calendar = new Calendar(clock, opened.lastKnown)
  if (lost) await catalogue.save()
  const store = new DiskStore({
    log: opened.log,
    warnings: [...warnings, ...opened.warnings],
    catalogue,
    bodies,
    listeners,
    limits,
    clock,
    calendar,
    async release() {
      stopSweep()
      await release()
    },
  })
  const stopSweep = clock.every(1000, () => store.sweep())
  return store
}
