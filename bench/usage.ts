import { readFileSync } from 'node:fs'

/** Of a process, in MB (millions of bytes): what it holds in memory now, and the most it ever held. */
export type Memory = { now: number; peak: number }

/** Linux counts CPU time of processes in hundredths of a second. */
const tick = 0.01

/** CPU seconds that a process has used on all its threads; `NaN` where the system does not tell. */
export function cpuSeconds(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * tick
}

export function memoryOf(pid: number): Memory {
  const status = read(`/proc/${pid}/status`)
  const field = (name: string) => {
    const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]
    return (Number(kibibytes) * 1024) / 1e6
  }
  return { now: field('VmRSS'), peak: field('VmHWM') }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
