import type { Inspector } from '../inspect/inspector.ts'
import { readMatch } from '../../shared/own-shape/match.ts'
import { matchSearch } from '../../shared/search/match.ts'
import type { RangeQuery, ShareRecord, StoredEntry } from '../store/store.ts'

/** The requests of a bin that a share shows, by their numbers, ascending. */
export interface Members {
  /** Looks at what has come since. @returns whether there are more than before */
  catchUp: () => Promise<boolean>
  readonly seqs: readonly number[]
  forget: (isGone: (seq: number) => boolean) => void
  /** Begins anew: requests may be judged otherwise now. */
  restart: () => void
}

/** `null`: all of them. @param read those that a scenario is about */
export function membersOf(
  inspector: Inspector,
  bin: string,
  { scope }: ShareRecord,
  read: () => Promise<readonly number[]>,
): Members | null {
  if (scope.kind === 'bin') return null
  if (scope.kind === 'request') return new OnlyMember(scope.seq)
  if (scope.kind === 'scenario') return new ReadMembers(read)
  return new MatchingMembers(inspector, bin, matcher(inspector, scope.q))
}

/** Members with `after < seq < before`, in the order asked for. */
export function pick(
  { seqs }: Members,
  { after = 0, before = Infinity, order }: Omit<RangeQuery, 'limit'>,
): number[] {
  const found = seqs.filter((seq) => seq > after && seq < before)
  return order === 'asc' ? found : found.reverse()
}

class OnlyMember implements Members {
  seqs: readonly number[]

  constructor(seq: number) {
    this.seqs = [seq]
  }

  async catchUp() {
    return false
  }

  forget(isGone: (seq: number) => boolean) {
    this.seqs = this.seqs.filter((seq) => !isGone(seq))
  }

  restart() {}
}

/** What somebody else says they are, asked each time. */
class ReadMembers implements Members {
  seqs: readonly number[] = []
  readonly #read: () => Promise<readonly number[]>

  constructor(read: () => Promise<readonly number[]>) {
    this.#read = read
  }

  async catchUp() {
    const before = this.seqs
    this.seqs = await this.#read()
    return this.seqs.some((seq) => !before.includes(seq))
  }

  forget(isGone: (seq: number) => boolean) {
    this.seqs = this.seqs.filter((seq) => !isGone(seq))
  }

  restart() {}
}

class MatchingMembers implements Members {
  seqs: number[] = []
  readonly #inspector: Pick<Inspector, 'entries'>
  readonly #bin: string
  readonly #matches: (entry: StoredEntry) => Promise<boolean>
  #upTo = 0
  #reading: Promise<unknown> = Promise.resolve()

  constructor(
    inspector: Pick<Inspector, 'entries'>,
    bin: string,
    matches: (entry: StoredEntry) => Promise<boolean>,
  ) {
    this.#inspector = inspector
    this.#bin = bin
    this.#matches = matches
  }

  catchUp(): Promise<boolean> {
    const reading = this.#reading.catch(() => {}).then(() => this.#read())
    this.#reading = reading
    return reading
  }

  forget(isGone: (seq: number) => boolean): void {
    this.seqs = this.seqs.filter((seq) => !isGone(seq))
  }

  restart(): void {
    this.seqs = []
    this.#upTo = 0
  }

  async #read(): Promise<boolean> {
    const before = this.seqs.length
    const range = { after: this.#upTo, order: 'asc' } as const
    for await (const entry of this.#inspector.entries(this.#bin, range)) {
      const { seq } = entry.request
      if (await this.#matches(entry)) this.seqs.push(seq)
      this.#upTo = seq
    }
    return this.seqs.length > before
  }
}

function matcher(inspector: Inspector, q: string): (entry: StoredEntry) => Promise<boolean> {
  const read = readMatch(q)
  // Checked when the share was made; what cannot be read any more shows nothing.
  if ('error' in read) return async () => false
  return async (entry) => matchSearch(read.query, await inspector.subject(entry), 0)
}
