import { writeSync, writevSync } from 'node:fs'
import { statfs, type FileHandle } from 'node:fs/promises'

/** What the log asks of the disk where it may fail; an argument, so that tests let it fail. */
export type DiskOps = {
  /**
   * Hands all pieces to the kernel, one behind the other, from `position` on. At once, in this
   * thread: it copies to memory, in less time than it takes to wake another thread for it.
   */
  write(file: FileHandle, pieces: Buffer[], position: number): void
  /** Resolves when what was written survives power loss. */
  sync(file: FileHandle): Promise<void>
  /** Bytes that may still be written to the volume of a folder, and its size. */
  space(folder: string): Promise<{ free: number; size: number }>
}

export const realDisk: DiskOps = {
  write({ fd }, pieces, position) {
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
    const written = writevSync(fd, pieces, position)
    if (written < size) writeRest(fd, Buffer.concat(pieces), position, written)
  },
  sync: (file) => file.datasync(),
  async space(folder) {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, size: blocks * bsize }
  },
}

/** The kernel may take less than it was given, most often just before it says why. */
function writeRest(fd: number, bytes: Buffer, position: number, written: number): void {
  let done = written
  while (done < bytes.length) {
    const more = writeSync(fd, bytes, done, bytes.length - done, position + done)
    if (more === 0) throw new Error('the disk takes no more')
    done += more
  }
}
