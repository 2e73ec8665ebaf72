import type { JsonTape } from './document.ts'

const bytesPerNode = 17

/** The growing arrays of a document while it is read. */
export class Tape implements JsonTape {
  readonly text: string
  count = 0
  kinds: Uint8Array
  starts: Uint32Array
  ends: Uint32Array
  parents: Int32Array
  nexts: Uint32Array

  constructor(text: string, capacity: number) {
    this.text = text
    const buffer = new ArrayBuffer(capacity * bytesPerNode)
    this.starts = new Uint32Array(buffer, 0, capacity)
    this.ends = new Uint32Array(buffer, capacity * 4, capacity)
    this.parents = new Int32Array(buffer, capacity * 8, capacity)
    this.nexts = new Uint32Array(buffer, capacity * 12, capacity)
    this.kinds = new Uint8Array(buffer, capacity * 16, capacity)
  }

  /** Adds a node without children and gives its number. */
  add(kind: number, start: number, end: number, parent: number): number {
    const node = this.count
    if (node === this.kinds.length) this.grow()
    this.kinds[node] = kind
    this.starts[node] = start
    this.ends[node] = end
    this.parents[node] = parent
    this.nexts[node] = node + 1
    this.count = node + 1
    return node
  }

  private grow(): void {
    const larger = new Tape(this.text, this.kinds.length * 2)
    larger.kinds.set(this.kinds)
    larger.starts.set(this.starts)
    larger.ends.set(this.ends)
    larger.parents.set(this.parents)
    larger.nexts.set(this.nexts)
    Object.assign(this, larger, { count: this.count })
  }
}
