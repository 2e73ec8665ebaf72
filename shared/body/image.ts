/** A picture that browsers draw without running anything; SVG is none of them. */
export type ImageFacts = {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  width: number
  height: number
}

/** What the first bytes say of a picture, whatever its sender calls it; `null`: it is none of these. */
export function imageOf(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return png(view) ?? gif(view) ?? webp(view) ?? jpeg(view)
}

function png(view: DataView): ImageFacts | null {
  const isPng = view.byteLength >= 24 && view.getUint32(0) === 0x89504e47
  if (!isPng || view.getUint32(4) !== 0x0d0a1a0a) return null
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function gif(view: DataView): ImageFacts | null {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return null
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

function webp(view: DataView): ImageFacts | null {
  const isWebp = view.byteLength >= 30 && view.getUint32(0) === 0x52494646
  if (!isWebp || view.getUint32(8) !== 0x57454250) return null
  const size = webpSize(view, view.getUint32(12))
  return size && { type: 'image/webp', ...size }
}

function webpSize(view: DataView, chunk: number): { width: number; height: number } | null {
  const low24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  if (chunk === 0x56503858) return { width: low24(24) + 1, height: low24(27) + 1 } // VP8X
  if (chunk === 0x56503820) {
    // "VP8 "
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  }
  if (chunk !== 0x5650384c) return null // VP8L
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

/** Goes from segment to segment until one tells the size. */
function jpeg(view: DataView): ImageFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < view.byteLength;) {
    const marker = view.getUint16(at)
    if (marker < 0xffc0) return null
    const isFrame = marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) {
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
