import { constants } from 'node:fs'
import { open, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { reason, systemCode } from './fault.ts'
import { privateFile } from './files.ts'
import { OpenError } from './open-error.ts'

/** Gives the folder free again. */
export type Release = () => Promise<void>

// libuv's names for "open exclusively", which the typings of Node leave out.
const exclusiveLock: Partial<Record<NodeJS.Platform, number>> = {
  darwin: 0x20,
  freebsd: 0x20,
  win32: 0x10000000,
}

/**
 * Takes a data folder for this process alone. The kernel holds the lock, so that it is free the
 * moment its holder ends, however that happens: nothing stale, nothing to clean up, no race.
 * @throws OpenError `locked`, naming the holder
 */
export async function lockFolder(folder: string): Promise<Release> {
  try {
    const release = await (process.platform === 'linux' ? lockByName(folder) : lockByFile(folder))
    await writeFile(join(folder, 'lock.json'), `${JSON.stringify({ pid: process.pid })}\n`, {
      mode: privateFile,
    })
    return release
  } catch (error) {
    if (!['EADDRINUSE', 'EAGAIN', 'EBUSY', 'EWOULDBLOCK'].includes(systemCode(error))) throw error
    throw new OpenError('locked', `${folder} is in use by process ${await holder(folder)}`, {
      cause: error,
    })
  }
}

/** Linux: an abstract socket named after the folder's device and inode, bound by one process only. */
async function lockByName(folder: string): Promise<Release> {
  const { dev, ino } = await stat(folder)
  const server = createServer((socket) => socket.destroy())
  await listen(server, `\0binspect-${dev}-${ino}`)
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}

async function lockByFile(folder: string): Promise<Release> {
  // Windows has no O_NONBLOCK; `undefined` counts as nothing.
  const { O_CREAT, O_RDWR, O_NONBLOCK } = constants
  const flags = O_CREAT | O_RDWR | O_NONBLOCK | (exclusiveLock[process.platform] ?? 0)
  const file = await open(join(folder, 'lock'), flags, privateFile)
  return () => file.close()
}

function listen(server: Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(name, resolve)
  })
}

async function holder(folder: string): Promise<string> {
  try {
    const { pid }: { pid?: unknown } = JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8'))
    return String(pid)
  } catch (error) {
    return `unknown (${reason(error)})`
  }
}
