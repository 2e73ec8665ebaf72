const coalesce = 50
const perReader = 0.08

/**
 * Decides when readers are woken. A request that comes alone is told at once. Under load, when
 * several came since the last time, with many readers, and after telling that took long, there is a
 * rest of at most 50 ms in between, so that frames carry more and telling never takes the time that
 * capturing needs.
 * @param tell wakes all readers; resolves when it has
 */
export function createPace(tell: () => Promise<void>, now: () => number = () => performance.now()) {
  let latest = 0
  let told = 0
  let restUntil = 0
  let readers = 0
  let isTelling = false
  let isDue = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let immediate: NodeJS.Immediate | undefined

  async function fire() {
    timer = undefined
    immediate = undefined
    isTelling = true
    isDue = false
    const isBusy = latest - told > 1 && told > 0
    told = latest
    const began = now()
    const rest = isBusy ? coalesce : Math.min(coalesce, readers * perReader)
    await tell()
    const ended = now()
    restUntil = Math.max(began + rest, ended + Math.min(coalesce, ended - began))
    isTelling = false
    if (isDue) soon()
  }

  function soon() {
    isDue = true
    if (isStopped || isTelling || timer !== undefined || immediate !== undefined) return
    const rest = restUntil - now()
    // Not in the same turn: the sender's reply goes first.
    if (rest < 1) immediate = setImmediate(() => void fire())
    else timer = setTimeout(() => void fire(), rest)
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
      isStopped = true
      clearTimeout(timer)
      clearImmediate(immediate)
    },
  }
}
