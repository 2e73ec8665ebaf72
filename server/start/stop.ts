/** Milliseconds that stopping may take altogether. */
const stopWithin = 4500
/** Ctrl+C under npm comes twice, from the terminal and from npm: so near, two signals are one. */
const sameSignalWithin = 100

/**
 * Makes what stops the program: with patience when called first, at once when called again.
 * @param finish lets what is under way finish and writes what is pending
 * @param exit ends the process
 */
export function createStop(
  finish: () => Promise<void>,
  exit: (code: number) => void,
): (code: number) => void {
  let since: number | null = null
  return (code) => {
    if (since !== null) {
      if (performance.now() - since > sameSignalWithin) exit(1)
      return
    }
    since = performance.now()
    setTimeout(exit, stopWithin, 1)
    void finish().then(
      () => exit(code),
      () => exit(1),
    )
  }
}
