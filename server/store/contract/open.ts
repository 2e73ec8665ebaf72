import type { Clock } from '../clock.ts'
import type { Limits } from '../limits.ts'
import type { Store } from '../store.ts'

/** Opens an empty store to hold against the port's promises. */
export type OpenStore = (options?: { limits?: Partial<Limits>; clock?: Clock }) => Promise<Store>
