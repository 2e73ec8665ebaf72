import type { Config } from '../config.ts'
import { openDiskStore } from '../store/disk.ts'
import { createMemoryStore } from '../store/memory.ts'
import type { Store } from '../store/store.ts'

/**
 * Opens what keeps the data.
 * @param warn told what a person should know of how the data was found
 * @throws OpenError
 */
export async function openStore(
  { data, durability, recover, limits }: Config,
  warn: (warning: string) => void,
): Promise<Store> {
  if (data === null) return createMemoryStore({ limits })
  const store = await openDiskStore({ dir: data, durability, recover, limits })
  for (const warning of store.warnings) warn(warning)
  return store
}
