import type { RejectedRequest } from '../../shared/knock.ts'

/** Something that knocked and never became a request. */
export type Rejection = {
  /** Milliseconds since 1970. */
  at: number
  peer: { address: string; port: number }
  /** The bin it was meant for; `null` where that cannot be told. */
  bin: string | null
  /** Stable word: `bad-request`, `timeout`, `unknown-bin` … */
  code: string
  detail: string
}

export type Rejections = {
  add: (rejection: Rejection) => void
  /** The latest ones, newest first, that were meant for the bin or may have been. */
  of: (bin: string) => RejectedRequest[]
}

/** Remembers the latest rejections, in memory only: whoever knocks without end fills nothing. */
export function createRejections(capacity = 500): Rejections {
  const ring: Rejection[] = []
  return {
    add(rejection) {
      ring.push(rejection)
      if (ring.length > capacity) ring.shift()
    },
    of: (bin) =>
      ring
        .filter((rejection) => rejection.bin === null || rejection.bin === bin)
        .map(view)
        .reverse(),
  }
}

function view({ at, peer, code, detail }: Rejection): RejectedRequest {
  const { address, port } = peer
  const host = address.includes(':') ? `[${address}]` : address
  return { at: new Date(at).toISOString(), code, detail, peer: `${host}:${port}` }
}
