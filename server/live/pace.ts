const coalesce = 50
const perReader = 0.08

/**
 * Decides when readers are woken. A request that comes alone is told at once. Under load, when
 * several came since the last time, and with many readers, there is a rest of at most 50 ms in
 * between, so that frames carry more and telling never takes the time that capturing needs.
 */
export function createPace(wake: () => void, now: () => number = () => performance.now()) {
  let latest = 0
  let told = 0
  let restUntil = 0
  let readers = 0
  let timer: NodeJS.Timeout | undefined
  let immediate: NodeJS.Immediate | undefined

  function fire() {
    timer = undefined
    immediate = undefined
    const isBusy = latest - told > 1 && told > 0
    told = latest
    restUntil = now() + (isBusy ? coalesce : Math.min(coalesce, readers * perReader))
    wake()
  }

  function soon() {
    if (timer !== undefined || immediate !== undefined) return
    const rest = restUntil - now()
    // Not in the same turn: the sender's reply goes first.
    if (rest < 1) immediate = setImmediate(fire)
    else timer = setTimeout(fire, rest)
  }

  return {
    soon,
    /** Notes the newest sequence number, and for how many readers. */
    arrived(seq: number, count: number) {
      latest = seq
      readers = count
      soon()
    },
    stop() {
      clearTimeout(timer)
      clearImmediate(immediate)
    },
  }
}
