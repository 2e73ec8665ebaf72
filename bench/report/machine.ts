import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import type { Table } from './report.ts'

/** The machine that is measured on, and how busy it is before anything begins. */
export function describeMachine(folder: string): Table {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const busy = loadavg()[0]?.toFixed(1) ?? '–'
  return {
    head: ['machine', ''],
    rows: [
      ['processor', `${cpus()[0]?.model ?? '?'}, ${availableParallelism()} cores`],
      ['memory', memory],
      ['system', `${type()} ${release()}`],
      ['file system of the data', fileSystemOf(folder)],
      ['Node', process.version],
      ['load of the last minute, before', busy],
      ['measured on', new Date().toISOString().slice(0, 10)],
    ],
  }
}

/** Kind of the volume that a folder is on, where Linux tells. */
function fileSystemOf(folder: string): string {
  const mounts = readMounts().filter(({ point }) => isUnder(folder, point))
  return mounts.sort((a, b) => b.point.length - a.point.length)[0]?.kind ?? 'unknown'
}

function readMounts(): { point: string; kind: string }[] {
  try {
    const lines = readFileSync('/proc/self/mounts', 'utf8').trim().split('\n')
    return lines.map((line) => {
      const [, point = '', kind = ''] = line.split(' ')
      return { point, kind }
    })
  } catch {
    return []
  }
}

function isUnder(folder: string, point: string): boolean {
  return folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`)
}
