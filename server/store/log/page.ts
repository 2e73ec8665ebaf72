import { crc32 } from 'node:zlib'

export const lineFeed = 10

/** How every line begins; the digits are put in once the rest of the line stands. */
export const unsealed = '{"crc":"00000000",'

const digitsAt = 8
/** Where the part of a line begins that its checksum covers; it ends before the line feed. */
const coveredFrom = unsealed.length

const usualSize = 256 * 1024
/** A UTF-16 unit takes three bytes at most. */
const bytesPerUnit = 3
const hexDigits = Buffer.from('0123456789abcdef')

/** Lines gathered for one write. */
export class Page {
  length = 0
  #bytes = Buffer.allocUnsafe(usualSize)

  /** Appends a line that begins `unsealed` and ends with a line feed. @returns its bytes. */
  add(line: string): number {
    const start = this.length
    this.#makeRoom(line.length * bytesPerUnit)
    this.length += this.#bytes.write(line, start)
    this.#seal(start)
    return this.length - start
  }

  /** The same of the beginning of a line, with bytes behind it as they are: none may be a line feed. */
  addWithBytes(line: string, bytes: Buffer): number {
    const start = this.length
    this.#makeRoom(line.length * bytesPerUnit + bytes.length + 1)
    this.length += this.#bytes.write(line, start)
    this.length += bytes.copy(this.#bytes, this.length)
    this.#bytes[this.length] = lineFeed
    this.length += 1
    this.#seal(start)
    return this.length - start
  }

  /** What was gathered; valid until the page is cleared. */
  view(): Buffer {
    return this.#bytes.subarray(0, this.length)
  }

  clear(): void {
    const { length } = this.#bytes
    // Grown for a burst of long bodies, it stays so for as long as they come.
    const isTooLarge = length > 16 * usualSize && this.length < length / 4
    if (isTooLarge) this.#bytes = Buffer.allocUnsafe(usualSize)
    this.length = 0
  }

  #seal(start: number): void {
    let rest = checksum(this.#bytes, start, this.length)
    for (let at = start + digitsAt + 7; at >= start + digitsAt; at -= 1) {
      this.#bytes[at] = hexDigits[rest & 15] ?? 0
      rest >>>= 4
    }
  }

  #makeRoom(more: number): void {
    const size = this.length + more
    if (size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(size, 2 * this.#bytes.length))
    this.#bytes.copy(larger, 0, 0, this.length)
    this.#bytes = larger
  }
}

/** Whether a line, from `start` to behind its line feed, is what was put on a page once. */
export function isSound(bytes: Buffer, start: number, end: number): boolean {
  const digits = bytes.toString('latin1', start + digitsAt, start + digitsAt + 8)
  return Number.parseInt(digits, 16) === checksum(bytes, start, end)
}

function checksum(bytes: Buffer, start: number, end: number): number {
  return crc32(bytes.subarray(start + coveredFrom, end - 1))
}
