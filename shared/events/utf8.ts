/** Lead bytes of a sequence and what its second byte may be (Unicode, table 3-7). */
const sequences = [
  { from: 0x00, to: 0x7f, length: 1, low: 0x80, high: 0xbf },
  { from: 0xc2, to: 0xdf, length: 2, low: 0x80, high: 0xbf },
  { from: 0xe0, to: 0xe0, length: 3, low: 0xa0, high: 0xbf },
  { from: 0xe1, to: 0xec, length: 3, low: 0x80, high: 0xbf },
  { from: 0xed, to: 0xed, length: 3, low: 0x80, high: 0x9f },
  { from: 0xee, to: 0xef, length: 3, low: 0x80, high: 0xbf },
  { from: 0xf0, to: 0xf0, length: 4, low: 0x90, high: 0xbf },
  { from: 0xf1, to: 0xf3, length: 4, low: 0x80, high: 0xbf },
  { from: 0xf4, to: 0xf4, length: 4, low: 0x80, high: 0x8f },
] as const

/** Offset of the first byte that begins no UTF-8 sequence; -1 where all of it is UTF-8. */
export function invalidUtf8At(bytes: Uint8Array): number {
  let offset = 0
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset)
    if (length === 0) return offset
    offset += length
  }
  return -1
}

/** Bytes of the sequence at an offset; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0
  if (lead < 0x80) return 1
  const sequence = sequences.find(({ from, to }) => lead >= from && lead <= to)
  if (!sequence) return 0
  const second = bytes[offset + 1] ?? 0
  if (second < sequence.low || second > sequence.high) return 0
  for (let i = 2; i < sequence.length; i++) {
    const next = bytes[offset + i] ?? 0
    if (next < 0x80 || next > 0xbf) return 0
  }
  return sequence.length
}
