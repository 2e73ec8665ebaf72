/** One row of a hex dump, its columns filled up to the width. */
export function hexRow(bytes: Uint8Array, start: number, width: number) {
  const row = [...bytes.subarray(start, start + width)]
  const groups = row.map((byte, index) => byte.toString(16).padStart(2, '0') + gapAfter(index))
  return {
    offset: start.toString(16).padStart(8, '0'),
    hex: groups.join('').padEnd(width * 3 + Math.floor(width / 8), ' '),
    ascii: row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·')).join(''),
  }
}

function gapAfter(index: number): string {
  return index % 8 === 7 ? '  ' : ' '
}
