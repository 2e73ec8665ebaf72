import { existsSync, readFileSync } from 'node:fs'
import { pino } from 'pino'
import type { Launch } from './launch.ts'
import { readTunnel } from './spec.ts'
import { Tunnel, type TunnelDeps } from './tunnel.ts'

/** A tunnel whose program and clock are in the hands of a test. */
export function heldTunnel(command: string, changes: Partial<TunnelDeps> = {}) {
  const lines: object[] = []
  const timers = new Map<number, { at: number; action: () => void }>()
  const starts: { words: readonly string[]; stopped: boolean }[] = []
  let [now, count] = [0, 0]
  let say: Parameters<Launch>[1] = { line: () => {}, end: () => {} }
  const launch: Launch = (words, heard) => {
    const start = { words, stopped: false }
    starts.push(start)
    say = heard
    const stop = () => {
      start.stopped = true
      heard.end('ended by SIGTERM')
    }
    return { stop: async () => stop(), kill: stop }
  }
  const tunnel = new Tunnel({
    spec: readTunnel(command, true),
    url: null,
    launch,
    log: pino({ level: 'info', base: null }, { write: (line) => lines.push(JSON.parse(line)) }),
    after(milliseconds, action) {
      count += 1
      const id = count
      timers.set(id, { at: now + milliseconds, action })
      return () => timers.delete(id)
    },
    elapsed: () => now,
    random: () => 1,
    ...changes,
  })
  return {
    tunnel,
    starts,
    lines,
    says: (line: string) => say.line(line),
    ends: (reason = 'ended with code 1') => say.end(reason),
    /** Lets time go by. */
    pass: (milliseconds: number) => {
      now += milliseconds
      for (const [id, { at, action }] of timers) {
        if (at > now || !timers.delete(id)) continue
        action()
      }
    },
  }
}

/** Whether a process runs; one that has ended and that nobody has asked about yet does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const stat = `/proc/${pid}/stat`
    return !existsSync(stat) || !/\) Z/.test(readFileSync(stat, 'utf8'))
  } catch {
    return false
  }
}
