import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from './fault.ts'
import { replaceFile } from './files.ts'
import { OpenError } from './open-error.ts'

/** Raised whenever an older version could misread what this one writes. */
const currentFormat = 2
const oldestFormat = 1

/** Looks, without touching anything, whether this version can read a folder. @throws OpenError */
export async function checkFormat(folder: string, recover: boolean): Promise<void> {
  const path = join(folder, 'format.json')
  const format = await readFormat(path)
  // Older formats are read as they are.
  if (format !== undefined && oldestFormat <= format && format <= currentFormat) return
  if (format !== undefined && format > currentFormat) {
    throw new OpenError(
      'newer-format',
      `${path} says format ${format}, this version reads ${currentFormat}: use a newer version`,
    )
  }
  if (recover || (format === undefined && (await isNew(folder)))) return
  throw new OpenError('damaged', `${path} is missing or damaged: start with --recover to renew it`)
}

/** Says what the folder holds from now on. */
export async function writeFormat(folder: string): Promise<void> {
  const path = join(folder, 'format.json')
  if ((await readFormat(path)) === currentFormat) return
  await replaceFile(path, `${JSON.stringify({ format: currentFormat })}\n`)
}

/** `undefined` where there is no such file, `NaN` where it makes no sense. */
async function readFormat(path: string): Promise<number | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    const known = typeof content === 'object' && content !== null && 'format' in content
    return known && typeof content.format === 'number' ? content.format : Number.NaN
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    if (error instanceof SyntaxError) return Number.NaN
    throw error
  }
}

async function isNew(folder: string): Promise<boolean> {
  const names = await readdir(folder)
  return !names.some((name) => name === 'log' || name.startsWith('catalogue.json'))
}
