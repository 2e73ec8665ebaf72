import { createSlot, type Storage } from './storage.ts'
import { createStore, type Readable } from './store.ts'

/** A bin that this browser has made or looked at. */
export type RecentBin = {
  id: string
  name: string
  /** When it was last opened here: milliseconds since 1970. */
  openedAt: number
  /** The secret that may change it; only where it was made here or typed in. */
  ownerKey?: string
}

export type RecentBins = Readable<readonly RecentBin[]> & {
  /** The owner key of a bin, where this browser has it. */
  keyOf(id: string): string | undefined
  /** Puts a bin at the top; what is not given stays as it was. */
  remember(bin: { id: string; name?: string; openedAt?: number; ownerKey?: string }): void
  forget(id: string): void
}

/** Bins without a key beyond this number are forgotten, oldest first; a key is never thrown away. */
const mostWithoutKey = 30

/** The bins of this browser, newest first, shared by its tabs. */
export function createRecentBins(storage: () => Storage): RecentBins {
  const slot = createSlot<readonly RecentBin[]>(storage, 'binspect.bins', parseBins, [])
  const store = createStore(slot.read())
  const update = (change: (bins: readonly RecentBin[]) => readonly RecentBin[]) => {
    const bins = change(slot.read())
    slot.write(bins)
    store.set(bins)
  }
  return {
    ...store,
    keyOf: (id) => slot.read().find((bin) => bin.id === id)?.ownerKey,
    remember: (bin) => update((bins) => withBin(bins, bin)),
    forget: (id) => update((bins) => bins.filter((bin) => bin.id !== id)),
  }
}

function withBin(
  bins: readonly RecentBin[],
  given: Partial<RecentBin> & { id: string },
): readonly RecentBin[] {
  const known = bins.find((bin) => bin.id === given.id)
  const bin = { name: '', openedAt: 0, ...known, ...given }
  const others = bins.filter((other) => other.id !== given.id)
  const sorted = [bin, ...others].sort((a, b) => b.openedAt - a.openedAt)
  const keyless = sorted.filter((other) => other.ownerKey === undefined)
  const dropped = new Set(keyless.slice(mostWithoutKey))
  return sorted.filter((other) => !dropped.has(other))
}

function parseBins(value: unknown): RecentBin[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.filter(isBin)
}

function isBin(value: unknown): value is RecentBin {
  if (typeof value !== 'object' || value === null) return false
  const bin: Partial<Record<keyof RecentBin, unknown>> = value
  return (
    typeof bin.id === 'string' &&
    typeof bin.name === 'string' &&
    typeof bin.openedAt === 'number' &&
    (bin.ownerKey === undefined || typeof bin.ownerKey === 'string')
  )
}
