import type { Calendar } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Listeners } from './listeners.ts'
import { LogBin } from './log/log-bin.ts'
import type { Log } from './log/log.ts'
import { StoreError, type BinCatalogue, type BinRecord } from './store.ts'

/** Names in the log stand unescaped; the ids of features are narrower still. */
const idPattern = /^[\w-]{1,64}$/

type Parts = { catalogue: Catalogue; log: Log; listeners: Listeners; calendar: Calendar }

/** The bins of the disk store: what is read here is safe in the catalogue. */
export class DiskBins implements BinCatalogue {
  readonly #catalogue: Catalogue
  readonly #log: Log
  readonly #listeners: Listeners
  readonly #calendar: Calendar
  /** Deletions whose bytes are not all gone yet, by id. */
  readonly #deletions = new Map<string, Promise<void>>()
  #closed = false

  constructor({ catalogue, log, listeners, calendar }: Parts) {
    this.#catalogue = catalogue
    this.#log = log
    this.#listeners = listeners
    this.#calendar = calendar
  }

  get(id: string): BinRecord | undefined {
    const record = this.#log.bin(id)?.record
    // Its bytes go with the next sweep.
    return record && this.#calendar.hasCome(record.expiresAt) ? undefined : record
  }

  list(): BinRecord[] {
    return [...this.#log.bins()].map((bin) => bin.record)
  }

  async create(record: BinRecord): Promise<void> {
    this.#mustBeOpen()
    const { id } = record
    if (!idPattern.test(id)) throw new StoreError('failed', `${id} cannot be the id of a bin`)
    if (this.get(id) === undefined) await this.delete(id)
    await this.#deletions.get(id)
    if (this.#catalogue.bins.has(id)) throw new StoreError('exists', `bin ${id} exists`)
    const kept = { record, marks: new Map() }
    this.#catalogue.bins.set(id, kept)
    try {
      await this.#catalogue.save()
    } catch (error) {
      this.#catalogue.bins.delete(id)
      throw error
    }
    this.#log.add(new LogBin(record, kept.marks))
  }

  async update(id: string, change: Partial<Omit<BinRecord, 'id'>>): Promise<BinRecord> {
    this.#mustBeOpen()
    const bin = this.#log.bin(id)
    const kept = this.#catalogue.bins.get(id)
    if (!bin || !kept) throw new StoreError('unknown-bin', `no bin ${id}`)
    const record = { ...kept.record, ...change }
    kept.record = record
    try {
      await this.#catalogue.save()
    } catch (error) {
      if (kept.record === record) kept.record = bin.record
      throw error
    }
    bin.record = record
    this.#listeners.tell(id, { type: 'bin' })
    return record
  }

  async delete(id: string): Promise<boolean> {
    this.#mustBeOpen()
    const bin = this.#log.bin(id)
    const kept = this.#catalogue.bins.get(id)
    if (!bin || !kept) return false
    this.#catalogue.bins.delete(id)
    try {
      await this.#catalogue.save()
    } catch (error) {
      this.#catalogue.bins.set(id, kept)
      throw error
    }
    this.#log.forget(bin)
    this.#listeners.tell(id, { type: 'bin-deleted' })
    const purge = this.#log.purge(bin)
    const done = purge.catch(() => {}).then(() => void this.#deletions.delete(id))
    this.#deletions.set(id, done)
    await purge
    return true
  }

  /** From now on nothing is changed any more. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#deletions.values())
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreError('closed', 'the store is closed')
  }
}
