/** Time as the store needs it; an argument, so that tests move it by hand. */
export type Clock = {
  /** Milliseconds since 1970, as the machine believes; may jump. */
  now(): number
  /** Milliseconds since some moment; never jumps. */
  monotonic(): number
  /** Runs a task again and again, without keeping the process alive. @returns stops it. */
  every(milliseconds: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  every(milliseconds, task) {
    const timer = setInterval(task, milliseconds)
    timer.unref()
    return () => clearInterval(timer)
  },
}
