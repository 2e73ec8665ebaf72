// -D leaves the program its own process id, -f follows its threads.
const strace = ['strace', '-D', '-f', '-qq']

/** Runs a program whose system calls fail. @param when which of each thread: `10+`, `10..12` */
export function failing(calls: string, error: string, when: string): string[] {
  const inject = `inject=${calls}:error=${error}:when=${when}`
  return [...strace, '-o', '/dev/null', '-e', `trace=${calls}`, '-e', inject]
}

/** Runs a program whose system calls are written to a file, with the names of the files they use. */
export function watching(calls: string, file: string): string[] {
  return [...strace, '-y', '-s', '400', '-o', file, '-e', `trace=${calls}`]
}
