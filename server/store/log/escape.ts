/** A byte becomes at most a backslash, `u` and four digits. */
export const bytesPerEscape = 6

const backslash = 0x5c
const u = 0x75
const zero = 0x30
const hexDigits = Buffer.from('0123456789abcdef')

/** For each byte what stands behind the backslash; 0 where there is none to be. */
const escapes = new Uint8Array(256).fill(u, 0, 0x20)
for (const [plain, letter] of ['""', '\\\\', '\bb', '\tt', '\nn', '\ff', '\rr']) {
  escapes[plain?.charCodeAt(0) ?? 0] = letter?.charCodeAt(0) ?? 0
}

/** Writes UTF-8 as the inside of a JSON string. @returns where it ends in `target`. */
export function escapeInto(target: Buffer, from: number, text: Buffer): number {
  let at = from
  for (let index = 0; index < text.length; index += 1) {
    const byte = text[index] ?? 0
    const escape = escapes[byte] ?? 0
    if (escape === 0) {
      target[at++] = byte
      continue
    }
    target[at++] = backslash
    target[at++] = escape
    if (escape !== u) continue
    target[at++] = zero
    target[at++] = zero
    target[at++] = hexDigits[byte >> 4] ?? 0
    target[at++] = hexDigits[byte & 15] ?? 0
  }
  return at
}
