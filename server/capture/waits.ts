/** Time that replies are held back for, all of which ends at once when the server stops. */
export type Waits = {
  /** Calls back after so many milliseconds; without delay once there is hurry. */
  after: (milliseconds: number, action: () => void) => void
  /** Ends all waiting, now and from now on. */
  hurry: () => void
  hurried: () => boolean
}

export function createWaits(): Waits {
  const pending = new Map<NodeJS.Timeout, () => void>()
  let hurried = false
  return {
    after(milliseconds, action) {
      if (milliseconds === 0 || hurried) {
        action()
        return
      }
      const timer = setTimeout(() => {
        pending.delete(timer)
        action()
      }, milliseconds)
      pending.set(timer, action)
    },
    hurry() {
      hurried = true
      for (const [timer, action] of pending) {
        clearTimeout(timer)
        action()
      }
      pending.clear()
    },
    hurried: () => hurried,
  }
}
