/** How much the store keeps before the oldest unpinned requests make room. */
export type Limits = {
  /** Requests of one bin. */
  requests: number
  /** Bytes of bodies of one bin. */
  bytes: number
  /** Bytes that the requests of all bins take together. */
  totalBytes: number
  /** Milliseconds a request is kept; `null` for ever. */
  ttl: number | null
  /** Bytes that stay free on the volume, at most a twentieth of it: below, appends are refused as `full`. */
  freeSpace: number
}

const MiB = 2 ** 20

export const defaultLimits: Limits = {
  requests: 10_000,
  bytes: 256 * MiB,
  totalBytes: 4096 * MiB,
  ttl: null,
  freeSpace: 100_000_000,
}
