import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** One payload file of the public corpora; see `LICENSES` in the archive for where each comes from. */
export type Payload = {
  /** Path inside the archive. */
  path: string
  sha256: string
  contentType: string
  corpus: string
  bytes(): Buffer<ArrayBuffer>
}

let folder: string | undefined

/** Unpacks the archive once a process. @returns the folder */
export function corpora(): string {
  if (folder === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'binspect-corpora-'))
    execFileSync('tar', [
      '-xzf',
      resolve(import.meta.dirname, 'fixtures/corpora.tar.gz'),
      '-C',
      folder,
    ])
    const unpacked = folder
    process.once('exit', () => rmSync(unpacked, { recursive: true, force: true }))
  }
  return folder
}

/** Every payload that the archive's manifest lists. */
export function payloads(): Payload[] {
  return rows('MANIFEST.tsv').map(([path = '', , sha256 = '', contentType = '', corpus = '']) => ({
    path,
    sha256,
    contentType,
    corpus,
    bytes: () => readFileSync(join(corpora(), path)),
  }))
}

/** The lines of one of the archive's tables, without its heading. */
export function rows(table: string): string[][] {
  const lines = readFileSync(join(corpora(), table), 'utf8').trimEnd().split('\n')
  return lines.slice(1).map((line) => line.split('\t'))
}
