import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { below } from './random.ts'

/** Hurts a data folder. @param random decides where */
export type Damage = (data: string, random: () => number) => void

/** Damage that no crash can leave: the data must not be started on as if nothing had happened. */
export const damages: Record<string, Damage> = {
  'the end of the log overwritten': (data) => {
    const end = readFileSync(logOf(data)).length - 1
    overwrite(logOf(data), end - 4096, Buffer.alloc(4096, 'x'))
  },
  'letters of a body changed': (data) => changeLetters(logOf(data)),
  'the catalogue missing': (data) => rmSync(catalogueOf(data)),
}

/** More of the same. */
export const moreDamages: Record<string, Damage> = {
  'a page of the log overwritten': (data, random) => {
    const bytes = readFileSync(logOf(data))
    overwrite(logOf(data), below(random, bytes.length - 8192), Buffer.alloc(4096, 'x'))
  },
  'a page of the log zeroed': (data) => overwrite(logOf(data), 4096, Buffer.alloc(4096)),
  'the beginning of the log zeroed': (data) => overwrite(logOf(data), 0, Buffer.alloc(64)),
  'the catalogue overwritten': (data) => overwrite(catalogueOf(data), 9, Buffer.alloc(9)),
  'the format garbled': (data) => writeFileSync(join(data, 'format.json'), '{'),
}

/** What a crash in the middle of a write looks like. */
export const tears: Record<string, Damage> = {
  'the log cut in the middle of a line': (data) => truncateSync(logOf(data), 20_000),
  'the log ending in half a line': (data) => {
    const bytes = readFileSync(logOf(data))
    writeFileSync(logOf(data), Buffer.concat([bytes, bytes.subarray(0, 300)]))
  },
}

/** Damage that only shows when the body is read. */
export const bodyDamages: Record<string, Damage> = {
  'a large body overwritten': (data) => overwrite(bodyFileOf(data), 100_000, Buffer.alloc(64)),
  'a large body missing': (data) => rmSync(bodyFileOf(data)),
}

/** Overwrites 64 bytes somewhere with garbage. */
export const garbage: Damage = (data, random) => {
  const files = [logOf(data), logOf(data), bodyFileOf(data), catalogueOf(data)]
  const file = files[below(random, files.length)] ?? ''
  const noise = Buffer.from(Array.from({ length: 64 }, () => below(random, 256)))
  overwrite(file, below(random, readFileSync(file).length - noise.length), noise)
}

/** Changes a few letters, so that all is as readable as before. */
export function changeLetters(file: string): void {
  const bytes = readFileSync(file)
  overwrite(file, bytes.indexOf('é-é-', bytes.length / 2), Buffer.from('ö-ö-'))
}

export function logOf(data: string): string {
  return join(data, 'log/00000001.ndjson')
}

function catalogueOf(data: string): string {
  return join(data, 'catalogue.json')
}

function bodyFileOf(data: string): string {
  const folder = join(data, 'bodies')
  return join(folder, readdirSync(folder)[0] ?? 'none')
}

function overwrite(file: string, position: number, piece: Buffer): void {
  const bytes = readFileSync(file)
  piece.copy(bytes, position)
  writeFileSync(file, bytes)
}
