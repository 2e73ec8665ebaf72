/** One row of a hex dump, its columns filled up to the width; a wider gap after eight bytes. */
export function hexRow(bytes: Uint8Array, start: number, width: number) {
  const row = [...bytes.subarray(start, start + width)]
  const bytesInHex = row.map((byte, index) => gapBefore(index) + byte.toString(16).padStart(2, '0'))
  return {
    offset: start.toString(16).padStart(8, '0'),
    hex: bytesInHex.join('').padEnd(width * 3 - 1 + Math.floor((width - 1) / 8), ' '),
    ascii: row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·')).join(''),
  }
}

function gapBefore(index: number): string {
  if (index === 0) return ''
  return index % 8 === 0 ? '  ' : ' '
}
