import { spawn, type ChildProcess } from 'node:child_process'
import { createLines } from './lines.ts'

/** A program that runs beside the server. */
export type Running = {
  /** Ends it, with a moment to end by itself. Resolves when it has ended. */
  stop: () => Promise<void>
  /** Ends it at once. */
  kill: () => void
}

export type Heard = {
  /** A line of its output. */
  line: (text: string) => void
  /** It has ended, and why. */
  end: (reason: string) => void
}

/** Starts a program. */
export type Launch = (words: readonly string[], heard: Heard) => Running

/** Milliseconds in which a program may end by itself. */
const grace = 1000

/**
 * Runs the program in a group of its own and waits for the end of the life line, a pipe that the
 * server holds: it breaks however the server ends, and then the group is ended. A tunnel that
 * outlived the server would show the world whatever takes its port next.
 */
const keeper = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
trap "" TERM INT HUP
{ cat <&3; kill -TERM 0; sleep 1; kill -KILL 0; } >/dev/null 2>&1 &
exec 3<&- 2>/dev/null
wait "$program"
exit $?
`

export const launch: Launch = (words, heard) => {
  const child = start(words)
  const isGroup = process.platform !== 'win32'
  child.stdout?.setEncoding('utf8').on('data', createLines(heard.line))
  child.stderr?.setEncoding('utf8').on('data', createLines(heard.line))
  child.stdin?.on('error', () => {})

  const signal = (name: NodeJS.Signals) => {
    try {
      if (isGroup && child.pid !== undefined) process.kill(-child.pid, name)
      else child.kill(name)
    } catch {
      // Nothing of it is left.
    }
  }
  let isOver = false
  const over = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      if (isOver) return
      isOver = true
      heard.end(reason)
      resolve()
    }
    child.once('error', (error) => end(error.message))
    child.once('exit', (code, name) => {
      // What it has started itself, and what waits for the life line.
      signal('SIGKILL')
      const reason = name ? `ended by ${name}` : `ended with code ${code}`
      // Its last words are still to be read; whoever else holds its output is not waited for.
      setTimeout(end, 500, reason).unref()
      child.once('close', () => end(reason))
    })
  })

  return {
    async stop() {
      if (isOver) return
      signal('SIGTERM')
      const timer = setTimeout(() => signal('SIGKILL'), grace)
      await over
      clearTimeout(timer)
    },
    kill() {
      if (!isOver) signal('SIGKILL')
    },
  }
}

function start(words: readonly string[]): ChildProcess {
  const stdio = 'pipe'
  if (process.platform !== 'win32') {
    return spawn('/bin/sh', ['-c', keeper, 'sh', ...words], { stdio, detached: true })
  }
  const [program = '', ...args] = words
  return spawn(program, args, { stdio, windowsHide: true })
}
