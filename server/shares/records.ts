import { customRandom } from 'nanoid'
import type { CreatedShare, Share } from '../../shared/share/share.ts'
import type { CreateShareInput } from '../../shared/input.ts'
import { OneByOne } from '../../shared/one-by-one.ts'
import { readMatch } from '../../shared/own-shape/match.ts'
import { shareBaseUrl } from '../http/base-url.ts'
import type { ControlDeps } from '../http/deps.ts'
import { lifeFrom } from '../http/life.ts'
import { HttpProblem } from '../http/problem.ts'
import { timestamp } from '../inspect/time.ts'
import type { BinRecord, ShareRecord } from '../store/store.ts'
import { hashPassword, hashToken } from './secrets.ts'

const mostShares = 50
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'
/** Uses are kept to the minute: the catalogue is written as a whole. */
const usePause = 60_000

export type FoundShare = { bin: BinRecord; share: ShareRecord }

/** The shares of bins, kept in their settings. */
export class ShareRecords {
  readonly #deps: ControlDeps
  readonly #onOpened: (bin: string, share: string) => Promise<void>
  readonly #newId: () => string
  /** Bin of each share that was asked for lately. */
  readonly #homes = new Map<string, string>()
  /** When each was used lately: what is kept of it comes later. */
  readonly #used = new Map<string, number>()
  /** Of two changes of a bin at a time one would be lost. */
  readonly #oneByOne = new OneByOne()

  /** @param onOpened told of the first use of a share */
  constructor(deps: ControlDeps, onOpened: (bin: string, share: string) => Promise<void>) {
    this.#onOpened = onOpened
    this.#deps = deps
    this.#newId = customRandom(alphabet, 16, deps.random)
  }

  list({ id }: BinRecord): Share[] {
    return this.#of(id).map(viewShare)
  }

  /** @throws HttpProblem `invalid-input` | `invalid-search`, StoreError */
  async create(bin: BinRecord, input: CreateShareInput): Promise<CreatedShare> {
    const { random, now } = this.#deps
    const id = this.#newId()
    const token = `share_${id}_${Buffer.from(random(24)).toString('base64url')}`
    const scope = input.scope ?? { kind: 'bin' }
    checkScope(scope, bin)
    const life = lifeFrom(input.ttl ?? null)
    const salt = Buffer.from(random(16)).toString('hex')
    const share: ShareRecord = {
      id,
      name: input.name ?? '',
      scope,
      createdAt: now(),
      expiresAt: life === null ? null : now() + life,
      lastUsedAt: null,
      tokenHash: hashToken(token),
      password: input.password === undefined ? null : await hashPassword(input.password, salt),
      mask: input.mask ?? true,
      captureUrl: input.captureUrl ?? false,
      maskKey: Buffer.from(random(32)).toString('hex'),
    }
    await this.#edit(bin.id, (shares) => {
      if (shares.length < mostShares) return [...shares, share]
      throw new HttpProblem('invalid-input', `A bin has at most ${mostShares} shares: revoke some.`)
    })
    return { share: viewShare(share), token, url: `${shareBaseUrl(this.#deps)}/share#${token}` }
  }

  /** @throws HttpProblem `share-not-found`, StoreError */
  async delete(bin: BinRecord, id: string): Promise<void> {
    await this.#edit(bin.id, (shares) => {
      if (shares.some((share) => share.id === id)) return shares.filter((share) => share.id !== id)
      throw new HttpProblem('share-not-found', 'The bin has no share with this id.')
    })
  }

  /** A share that has not expired, by its id. */
  find(id: string): FoundShare | null {
    const home = this.#homes.get(id)
    const found = (home === undefined ? null : this.#findIn(home, id)) ?? this.#findAnywhere(id)
    if (!found) return null
    const { expiresAt } = found.share
    return expiresAt !== null && expiresAt <= this.#deps.now() ? null : found
  }

  /** Notes that a share was read with. */
  touch({ bin, share }: FoundShare): void {
    const now = this.#deps.now()
    const last = Math.max(share.lastUsedAt ?? 0, this.#used.get(share.id) ?? 0)
    if (now - last < usePause) return
    if (this.#used.size > 10_000) this.#used.clear()
    this.#used.set(share.id, now)
    const used = (each: ShareRecord) => (each.id === share.id ? { ...each, lastUsedAt: now } : each)
    const noted = last === 0 ? this.#onOpened(bin.id, share.id) : null
    Promise.all([noted, this.#edit(bin.id, (shares) => shares.map(used))]).catch(
      (error: unknown) => {
        this.#deps.log.warn({ err: error }, 'The use of a share could not be noted.')
      },
    )
  }

  #findAnywhere(id: string): FoundShare | null {
    for (const bin of this.#deps.store.bins.list()) {
      const found = this.#findIn(bin.id, id)
      if (!found) continue
      if (this.#homes.size > 10_000) this.#homes.clear()
      this.#homes.set(id, bin.id)
      return found
    }
    return null
  }

  #findIn(binId: string, id: string): FoundShare | null {
    const bin = this.#deps.store.bins.get(binId)
    const share = bin?.shares?.find((each) => each.id === id)
    return bin && share ? { bin, share } : null
  }

  #of(bin: string): readonly ShareRecord[] {
    return this.#deps.store.bins.get(bin)?.shares ?? []
  }

  #edit(bin: string, edit: (shares: readonly ShareRecord[]) => ShareRecord[]): Promise<void> {
    return this.#oneByOne.run(bin, () => this.#save(bin, edit(this.#of(bin))))
  }

  async #save(bin: string, shares: ShareRecord[]): Promise<void> {
    await this.#deps.store.bins.update(bin, { shares })
  }
}

/** @throws HttpProblem `invalid-search` | `scenario-not-found` */
function checkScope(scope: ShareRecord['scope'], { scenarios }: BinRecord): void {
  if (scope.kind === 'scenario' && !scenarios?.scenarios.some(({ id }) => id === scope.id)) {
    throw new HttpProblem('scenario-not-found', 'The bin has no scenario with this id.')
  }
  if (scope.kind !== 'view') return
  // What a viewer may see must not change by itself, or by a pin.
  const read = readMatch(scope.q)
  if (!('error' in read)) return
  const { message, start } = read.error
  throw new HttpProblem('invalid-search', `${message}.`, { pointer: '/scope/q', position: start })
}

function viewShare(share: ShareRecord): Share {
  const { id, name, scope, mask, captureUrl } = share
  const time = (at: number | null) => (at === null ? null : timestamp(at))
  return {
    id,
    name,
    scope,
    createdAt: timestamp(share.createdAt),
    expiresAt: time(share.expiresAt),
    lastUsedAt: time(share.lastUsedAt),
    hasPassword: share.password !== null,
    mask,
    captureUrl,
  }
}
