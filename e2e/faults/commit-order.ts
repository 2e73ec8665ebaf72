import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newBin } from './held.ts'
import type { Rig } from './rig.ts'
import { post, Sender } from './sender.ts'
import { watching } from './strace.ts'

/** Calls by which a server writes, syncs and answers. */
const calls = 'write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync'

/**
 * Sends requests one by one to a program whose system calls are watched.
 * @returns numbers whose reply went out before they were written and synced
 */
export async function earlyReplies(rig: Rig, count: number, args: string[]): Promise<number[]> {
  const trace = join(rig.folder, 'trace')
  const program = await rig.start({ under: watching(calls, trace), args })
  const bin = await newBin(program.url)
  const sender = new Sender(program.port)
  for (let seq = 1; seq <= count; seq += 1) await sender.send(post(bin, '', 'body'))
  await program.stop()
  const lines = readFileSync(trace, 'utf8').split('\n')
  const seqs = Array.from({ length: count }, (_, index) => index + 1)
  return seqs.filter((seq) => !isSafe(lines, seq))
}

/** Whether a request was written, then synced from beginning to end, then answered. */
function isSafe(lines: string[], seq: number): boolean {
  const written = lines.findIndex((line) => line.includes(`\\"seq\\":${seq},`))
  const answered = lines.findIndex((line) => line.includes(`X-Bin-Seq: ${seq}\\r`))
  if (answered === -1) throw new Error(`the trace does not show the reply to number ${seq}`)
  return written !== -1 && lines.slice(written, answered).some(hasSync)
}

/** A call that lasts is written in two lines, with the same process id at their beginning. */
function hasSync(line: string, index: number, lines: string[]): boolean {
  if (!/sync\(\d+<.*\.ndjson>/.test(line)) return false
  const ends = line.includes('<unfinished')
    ? lines.slice(index).find((later) => later.startsWith(idOf(line)) && later.includes('resumed>'))
    : line
  return ends?.endsWith(' = 0') === true
}

function idOf(line: string): string {
  return line.slice(0, line.indexOf(' ') + 1)
}
