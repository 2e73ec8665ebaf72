import { afterEach, describe } from 'vitest'
import { describeCatalogue } from './contract/catalogue.ts'
import { describeChanges } from './contract/changes.ts'
import type { OpenStore } from './contract/open.ts'
import { describeReading } from './contract/reading.ts'
import { describeRemoval } from './contract/removal.ts'
import { describeRetention } from './contract/retention.ts'
import { describeWriting } from './contract/writing.ts'
import type { Store } from './store.ts'

/** Holds a store against every promise of the port. */
export function describeStore(name: string, open: OpenStore): void {
  describe(`${name} store`, () => {
    const opened: Store[] = []
    const openAndClose: OpenStore = async (options) => {
      const store = await open(options)
      opened.push(store)
      return store
    }
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close()
    })

    describeWriting(openAndClose)
    describeReading(openAndClose)
    describeRemoval(openAndClose)
    describeRetention(openAndClose)
    describeChanges(openAndClose)
    describeCatalogue(openAndClose)
  })
}
