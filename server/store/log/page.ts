import { crc32 } from 'node:zlib'

/** How every line begins; the digits are put in once the rest of the line stands. */
export const unsealed = '{"crc":"00000000",'

const digitsAt = 8
/** Where the part of a line begins that its checksum covers; it ends before the line feed. */
export const coveredFrom = unsealed.length

const usualSize = 256 * 1024
const hexDigits = Buffer.from('0123456789abcdef')

/** Lines gathered for one write. */
export class Page {
  length = 0
  #bytes = Buffer.allocUnsafe(usualSize)

  /**
   * Appends a line that begins `unsealed` and ends with a line feed. It may come in two parts, which
   * spares joining a short string to a long one. @returns its bytes.
   */
  add(line: string, rest = ''): number {
    const start = this.length
    // A UTF-16 unit takes three bytes at most.
    this.#makeRoom(start + (line.length + rest.length) * 3)
    this.length += this.#bytes.write(line, start)
    if (rest !== '') this.length += this.#bytes.write(rest, this.length)
    this.#seal(start)
    return this.length - start
  }

  /** What was gathered; valid until the page is cleared. */
  view(): Buffer {
    return this.#bytes.subarray(0, this.length)
  }

  clear(): void {
    this.length = 0
    if (this.#bytes.length > 16 * usualSize) this.#bytes = Buffer.allocUnsafe(usualSize)
  }

  #seal(start: number): void {
    let rest = checksum(this.#bytes, start, this.length)
    for (let at = start + digitsAt + 7; at >= start + digitsAt; at -= 1) {
      this.#bytes[at] = hexDigits[rest & 15] ?? 0
      rest >>>= 4
    }
  }

  #makeRoom(size: number): void {
    if (size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(size, 2 * this.#bytes.length))
    this.#bytes.copy(larger, 0, 0, this.length)
    this.#bytes = larger
  }
}

/** CRC-32 of a line from `start` to `end`, its line feed included. */
export function checksum(bytes: Buffer, start: number, end: number): number {
  return crc32(bytes.subarray(start + coveredFrom, end - 1))
}
