import { constants } from 'node:fs'
import { open, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { reason, systemCode } from './fault.ts'
import { privateFile } from './files.ts'
import { OpenError } from './open-error.ts'

/** Gives something free again. */
export type Release = () => Promise<void>

// libuv's names for "open exclusively", which the typings of Node leave out.
const exclusiveLock: Partial<Record<NodeJS.Platform, number>> = {
  darwin: 0x20,
  freebsd: 0x20,
  win32: 0x10000000,
}

const taken = ['EADDRINUSE', 'EAGAIN', 'EBUSY', 'EWOULDBLOCK']

/**
 * Takes a data folder for this process alone. The kernel holds the lock, so that it is free the
 * moment its holder ends, however that happens: nothing stale, nothing to clean up.
 * @throws OpenError `locked`, naming the holder
 */
export async function lockFolder(folder: string): Promise<Release> {
  try {
    const release = await (process.platform === 'linux' ? lockByName(folder) : lockByFile(folder))
    const holder = `${JSON.stringify({ pid: process.pid })}\n`
    await writeFile(join(folder, 'lock.json'), holder, { mode: privateFile })
    return release
  } catch (error) {
    if (!taken.includes(systemCode(error))) throw error
    throw new OpenError('locked', `${folder} is in use by process ${await holder(folder)}`, {
      cause: error,
    })
  }
}

/**
 * Linux: an abstract socket named after the folder's device and inode, which only one process can
 * bind. Another container has other abstract sockets, so there is one in the folder as well.
 */
async function lockByName(folder: string): Promise<Release> {
  const { dev, ino } = await stat(folder)
  const releaseName = await listen(`\0binspect-${dev}-${ino}`)
  try {
    const releasePath = await lockBySocket(folder)
    return async () => {
      await releasePath()
      await releaseName()
    }
  } catch (error) {
    await releaseName()
    throw error
  }
}

async function lockBySocket(folder: string): Promise<Release> {
  const handle = await open(folder, 'r')
  // The address of a socket is short; this way the folder's own path may be of any length.
  const path = `/proc/self/fd/${handle.fd}/lock.sock`
  try {
    if (await answers(path)) throw Object.assign(new Error('it answers'), { code: 'EADDRINUSE' })
    await unlink(path).catch(() => {})
    // Not every file system can hold a socket: then this much is left out.
    const release = await listen(path).catch(() => async () => {})
    return async () => {
      await release()
      await handle.close()
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Elsewhere: a file that is opened exclusively. */
async function lockByFile(folder: string): Promise<Release> {
  // Windows has no O_NONBLOCK; `undefined` counts as nothing.
  const { O_CREAT, O_RDWR, O_NONBLOCK } = constants
  const flags = O_CREAT | O_RDWR | O_NONBLOCK | (exclusiveLock[process.platform] ?? 0)
  const file = await open(join(folder, 'lock'), flags, privateFile)
  return () => file.close()
}

/** Holds an address without keeping the process alive. */
function listen(address: string): Promise<Release> {
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => {
      server.unref()
      resolve(() => new Promise((closed) => server.close(() => closed())))
    })
  })
}

/** Whether a living process listens; the socket of one that was killed refuses. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
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
