import { Low } from 'lowdb'
import { CatalogueFile, type CatalogueData } from './catalogue-file.ts'
import { storeError } from './fault.ts'
import { OpenError } from './open-error.ts'

/** Settings of bins, pins and notes: small, readable, written as a whole. */
export class Catalogue {
  readonly #db: Low<CatalogueData>
  #writing: Promise<void> = Promise.resolve()
  #waiting: Promise<void> | undefined

  constructor(db: Low<CatalogueData>) {
    this.#db = db
  }

  get bins(): CatalogueData {
    return this.#db.data
  }

  /** Resolves when all that was changed before is safe; changes share writes. @throws StoreError */
  save(): Promise<void> {
    this.#waiting ??= this.#writing
      .catch(() => {})
      .then(() => {
        this.#waiting = undefined
        this.#writing = this.#write()
        return this.#writing
      })
    return this.#waiting
  }

  /** Resolves when no write is under way, however it ended. */
  async idle(): Promise<void> {
    await this.#waiting?.catch(() => {})
    await this.#writing.catch(() => {})
  }

  async #write(): Promise<void> {
    try {
      await this.#db.write()
    } catch (error) {
      throw storeError(error, 'cannot write the catalogue')
    }
  }
}

export type OpenedCatalogue = {
  catalogue: Catalogue
  /** What a person should know of. */
  warnings: string[]
  /** Whether nothing of it could be saved, so that bins are only known from the log. */
  lost: boolean
}

/** @throws OpenError `damaged`, unless it may `recover` */
export async function openCatalogue(
  folder: string,
  recover: boolean,
  now: number,
): Promise<OpenedCatalogue> {
  const file = new CatalogueFile(folder)
  const db = new Low<CatalogueData>(file, new Map())
  const catalogue = new Catalogue(db)
  try {
    await db.read()
    return { catalogue, warnings: [], lost: false }
  } catch (error) {
    if (!recover || !(error instanceof OpenError)) throw error
  }
  const { aside, data } = await file.recover(now)
  if (data) db.data = data
  await db.write()
  const saved = data ? 'taken from its copy' : 'lost: bins come back with default settings'
  return {
    catalogue,
    warnings: [`${file.path} was damaged, and is kept aside as ${aside}; settings are ${saved}`],
    lost: data === undefined,
  }
}
