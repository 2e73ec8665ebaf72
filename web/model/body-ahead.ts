/** Larger bodies do not come inside JSON: they are fetched as bytes and read in a worker. */
export const inlineBody = 200_000

/** Largest body that is fetched to be looked at, in bytes. */
export const longestShown = 32 * 1024 * 1024

/** The long body of a request that is being opened: on its way before the request has come. */
export type BodyAhead = {
  /** Fetches a body of so many bytes, where it will be looked at and does not come with its request. */
  fetch(seq: number, size: number): void
  /** What is on its way, which is the caller's from then on; `null` where nothing is. */
  take: (seq: number) => Promise<Uint8Array> | null
  /** Gives up what nobody has taken. */
  drop(): void
}

export function createBodyAhead(
  fetchBody: (seq: number, signal: AbortSignal) => Promise<Uint8Array>,
): BodyAhead {
  let held: { seq: number; bytes: Promise<Uint8Array>; stop: AbortController } | null = null
  const drop = () => {
    held?.stop.abort()
    held = null
  }
  return {
    drop,
    fetch(seq, size) {
      drop()
      if (size <= inlineBody || size > longestShown) return
      const stop = new AbortController()
      const bytes = fetchBody(seq, stop.signal)
      // Who takes it is told; where nobody does, there is nobody to tell.
      bytes.catch(() => {})
      held = { seq, bytes, stop }
    },
    take(seq) {
      if (held?.seq !== seq) return null
      const { bytes } = held
      held = null
      return bytes
    },
  }
}
