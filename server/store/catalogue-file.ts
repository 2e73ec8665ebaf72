import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Adapter } from 'lowdb'
import { systemCode } from './fault.ts'
import { replaceFile } from './files.ts'
import { OpenError } from './open-error.ts'
import type { BinRecord, RequestMark } from './store.ts'

/** A bin as it stands in the catalogue. */
export type KeptBin = { record: BinRecord; marks: Map<number, RequestMark> }

/** Everything the catalogue holds, by id. */
export type CatalogueData = Map<string, KeptBin>

type WrittenBin = BinRecord & { marks: (RequestMark & { seq: number })[] }

/**
 * How lowdb reads and writes `catalogue.json`: checked, replaced as a whole, and twice, so that a
 * damaged file costs nothing but a restart with `--recover`.
 */
export class CatalogueFile implements Adapter<CatalogueData> {
  readonly path: string
  readonly #folder: string
  readonly #copy: string

  constructor(folder: string) {
    this.#folder = folder
    this.path = join(folder, 'catalogue.json')
    this.#copy = join(folder, 'catalogue.copy.json')
  }

  /** Begins it where there has never been one. @throws OpenError `damaged` */
  async read(): Promise<CatalogueData> {
    const text = await textOf(this.path)
    if (text === undefined && (await this.#isNew())) {
      await this.write(new Map())
      return new Map()
    }
    const data = parse(text)
    if (data && text !== undefined) {
      await this.#tidy(text)
      return data
    }
    const state = text === undefined ? 'missing' : 'damaged'
    throw new OpenError(
      'damaged',
      `${this.path} is ${state}: start with --recover to keep it aside and use what can be saved`,
    )
  }

  /** Moves the damaged file away. @returns its copy, where that is sound. */
  async recover(now: number): Promise<{ aside: string; data: CatalogueData | undefined }> {
    const aside = `${this.path}.damaged-${now}`
    await rename(this.path, aside).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error
    })
    return { aside: basename(aside), data: parse(await textOf(this.#copy)) }
  }

  async write(data: CatalogueData): Promise<void> {
    const text = stringify(data)
    await replaceFile(this.path, text)
    await replaceFile(this.#copy, text)
  }

  /** A crash between the two writes leaves what has been deleted in the copy, or in a draft. */
  async #tidy(text: string): Promise<void> {
    for (const path of [this.path, this.#copy]) await rm(`${path}.tmp`, { force: true })
    if ((await textOf(this.#copy)) !== text) await replaceFile(this.#copy, text)
  }

  /** Whether nothing has been kept here before. */
  async #isNew(): Promise<boolean> {
    const names = await readdir(this.#folder)
    return !names.includes('log') && !names.includes(basename(this.#copy))
  }
}

function stringify(data: CatalogueData): string {
  const bins = [...data.values()].map(({ record, marks }): WrittenBin => ({
    ...record,
    marks: [...marks].map(([seq, mark]) => ({ seq, ...mark })),
  }))
  return `${JSON.stringify({ checksum: checksum(bins), bins }, null, 2)}\n`
}

function parse(text: string | undefined): CatalogueData | undefined {
  try {
    // Whatever it is, it is only believed with the right checksum.
    const { bins, ...rest } = JSON.parse(text ?? '') as { checksum: string; bins: WrittenBin[] }
    if (rest.checksum !== checksum(bins)) return undefined
    return new Map(
      bins.map(({ marks, ...record }) => {
        const byseq = marks.map(({ seq, ...mark }): [number, RequestMark] => [seq, mark])
        return [record.id, { record, marks: new Map(byseq) }]
      }),
    )
  } catch {
    return undefined
  }
}

function checksum(bins: WrittenBin[]): string {
  return crc32(JSON.stringify(bins)).toString(16).padStart(8, '0')
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
