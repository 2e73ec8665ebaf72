/** A reply that has arrived whole; the head without its last line feed. */
export type Reply = { status: number; head: string; body: string }

/**
 * Reads one reply after the other, for servers that are trusted to speak HTTP: the least work that
 * still checks status and length, so that the client costs little beside the server it measures.
 */
export class ReplyReader {
  #text = ''
  #headEnd = -1
  #left = 0

  /** Takes bytes. @returns the reply, where it is whole now. @throws Error where it has no length */
  push(bytes: Buffer): Reply | null {
    this.#text += bytes.toString('latin1')
    if (this.#headEnd >= 0) this.#left -= bytes.length
    else if (!this.#readHead()) return null
    return this.#left > 0 ? null : this.#take()
  }

  #readHead(): boolean {
    this.#headEnd = this.#text.indexOf('\r\n\r\n')
    if (this.#headEnd < 0) return false
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#text)?.[1]
    if (length === undefined) throw new Error(`A reply without a length:\n${this.#text}`)
    this.#left = this.#headEnd + 4 + Number(length) - this.#text.length
    return true
  }

  #take(): Reply {
    const head = this.#text.slice(0, this.#headEnd)
    const body = this.#text.slice(this.#headEnd + 4)
    this.#text = ''
    this.#headEnd = -1
    return { status: Number(head.slice(9, 12)), head, body }
  }
}
