import type { Terminal } from './terminal.ts'

/** The bytes of a file; of standard input where it is called `-`. */
export async function readInput(file: string, terminal: Terminal): Promise<Uint8Array> {
  if (file !== '-') return terminal.readFile(file)
  const chunks: Uint8Array[] = []
  for await (const chunk of terminal.stdin) {
    chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
  }
  return Buffer.concat(chunks)
}
