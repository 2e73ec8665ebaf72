import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode } from './fault.ts'

/** Captured requests carry keys and personal data: only the owner reads them. */
export const privateFile = 0o600
export const privateFolder = 0o700

/** Makes a folder, and those that it lies in. Node's own way to do so tries for ever below `/proc`. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: privateFolder })
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' && dirname(path) !== path && !(await isFolder(dirname(path)))) {
      await makeFolder(dirname(path))
      await makeFolder(path)
    } else if (!(await isFolder(path))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true
}

/** Makes a new, renamed or removed name in a folder survive power loss. */
export async function syncFolder(path: string): Promise<void> {
  // Windows can neither open folders nor needs to.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Replaces a file so that after any crash either the old or the new content stands there. */
export async function replaceFile(path: string, content: string | Buffer): Promise<void> {
  const draft = `${path}.tmp`
  const file = await open(draft, 'w', privateFile)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(dirname(path))
}
