import type { Config } from '../config.ts'
import { createMemoryStore } from '../store/memory.ts'
import type { Store } from '../store/store.ts'

/** Opens what keeps the data. @throws OpenError */
export async function openStore({ limits }: Config): Promise<Store> {
  return createMemoryStore({ limits })
}
