/** A sender's name for a file, as one that does no harm where it is saved. */
export function safeFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '')
    .slice(0, 100)
  return plain === '' ? 'part.bin' : plain
}
