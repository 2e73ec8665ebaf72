import { statfs, type FileHandle } from 'node:fs/promises'

/** What the log asks of the disk where it may fail; an argument, so that tests let it fail. */
export type DiskOps = {
  /** Writes all pieces, one behind the other, from `position` on. */
  write(file: FileHandle, pieces: Buffer[], position: number): Promise<void>
  /** Resolves when what was written survives power loss. */
  sync(file: FileHandle): Promise<void>
  /** Bytes that may still be written to the volume of a folder, and its size. */
  space(folder: string): Promise<{ free: number; size: number }>
}

export const realDisk: DiskOps = {
  async write(file, pieces, position) {
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
    const { bytesWritten } = await file.writev(pieces, position)
    if (bytesWritten < size) await writeRest(file, Buffer.concat(pieces), position, bytesWritten)
  },
  sync: (file) => file.datasync(),
  async space(folder) {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, size: blocks * bsize }
  },
}

/** The kernel may take less than it was given, most often just before it says why. */
async function writeRest(
  file: FileHandle,
  bytes: Buffer,
  position: number,
  written: number,
): Promise<void> {
  let done = written
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    if (bytesWritten === 0) throw new Error('the disk takes no more')
    done += bytesWritten
  }
}
