/** Hands bytes to the browser as a download. */
export function saveFile(bytes: Uint8Array, name: string): void {
  // A view of memory that is shared between threads would be refused: nobody here makes one.
  const part = bytes as Uint8Array<ArrayBuffer>
  const url = URL.createObjectURL(new Blob([part], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then; the blob is let go afterwards.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
