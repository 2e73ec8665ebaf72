import type { IncomingMessage, ServerResponse } from 'node:http'
import { operationAt, shareOperations, sharedOperations } from '../../shared/share/allowed.ts'
import { parseShareToken, type SharePass, type ShareToken } from '../../shared/share/share.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { parseTarget } from '../http/target.ts'
import type { Inspector } from '../inspect/inspector.ts'
import { MaskedEntries } from './masked-entries.ts'
import type { FoundShare, ShareRecords } from './records.ts'
import { hashToken, isPassword, isSame, passOf } from './secrets.ts'
import type { ScenarioSource } from './scenarios.ts'
import { SharedView, type Serve } from './view.ts'
import type { ShareRecord } from '../store/store.ts'

const mostViews = 100
/** Passwords hashed at a time: each takes memory, and a while of a thread. */
const mostHashing = 4

type Context = {
  deps: ControlDeps
  inspector: Inspector
  records: ShareRecords
  scenarios: ScenarioSource
  serve: Serve
}

/**
 * The one place that decides what the bearer of a share's token may do: it must be an operation
 * of the table, on the share's own id, and it is answered out of what the share shows.
 */
export class SharedViews {
  readonly #context: Context
  readonly #masked = new MaskedEntries()
  readonly #views = new Map<string, SharedView>()
  #hashing = 0

  constructor(context: Context) {
    this.#context = context
  }

  /** @throws HttpProblem */
  async handle(token: ShareToken, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { path } = parseTarget(req.url ?? '/')
    const operation = operationAt(req.method ?? '', path)
    const found = this.#find(token)
    if (operation && shareOperations.has(operation)) {
      this.#context.serve.whole(req, res)
      return
    }
    this.#checkPass(found, token)
    if (!operation) throw new HttpProblem('not-found', 'There is nothing here for a shared link.')
    const bin = /^\/api\/bins\/([^/]+)/.exec(path)?.[1]
    if (bin !== undefined && bin !== found.share.id) {
      throw new HttpProblem('bin-not-found', 'No bin has this id, or it has been deleted.')
    }
    if (!sharedOperations.has(operation)) {
      throw new HttpProblem('share-not-allowed', 'This is for who has the owner key.')
    }
    this.#context.records.touch(found)
    const view = await this.#viewOf(found)
    view.handle(req, res)
  }

  /** The share of a token, its password given where there is one. @throws HttpProblem */
  check(token: ShareToken): FoundShare {
    const found = this.#find(token)
    this.#checkPass(found, token)
    return found
  }

  /** @throws HttpProblem `share-password-wrong` | `too-many-requests` | `share-ended` */
  async unlock(token: ShareToken, password: string, req: IncomingMessage): Promise<SharePass> {
    const { share } = this.#find(token)
    if (share.password) {
      this.#context.deps.rates.password(share.id, req)
      if (!(await this.#isPassword(password, share.password))) {
        throw new HttpProblem('share-password-wrong', 'This is not the password.')
      }
    }
    return { pass: passOf(share) }
  }

  has = (id: string): boolean => this.#context.records.find(id) !== null

  async admit(id: string, text: string) {
    const token = parseShareToken(text)
    if (token?.id !== id) return null
    try {
      const found = this.check(token)
      this.#context.records.touch(found)
      return await this.#viewOf(found)
    } catch (error) {
      if (error instanceof HttpProblem) return null
      throw error
    }
  }

  close(): void {
    for (const view of this.#views.values()) view.stop()
  }

  async #isPassword(password: string, kept: NonNullable<ShareRecord['password']>) {
    if (this.#hashing >= mostHashing) {
      throw new HttpProblem('too-many-requests', 'Other passwords are being checked.', {
        headers: { 'Retry-After': '1' },
      })
    }
    this.#hashing += 1
    try {
      return await isPassword(password, kept)
    } finally {
      this.#hashing -= 1
    }
  }

  #find(token: ShareToken): FoundShare {
    const found = this.#context.records.find(token.id)
    const isRight = isSame(hashToken(token.token), found?.share.tokenHash ?? '')
    if (found && isRight) return found
    throw new HttpProblem(
      'share-ended',
      'There is no such share, or it has expired or been revoked.',
    )
  }

  #checkPass({ share }: FoundShare, { pass }: ShareToken): void {
    if (!share.password || (pass !== null && isSame(pass, passOf(share)))) return
    throw new HttpProblem(
      'share-password-required',
      'Who opens this link has to know its password.',
    )
  }

  async #viewOf(found: FoundShare): Promise<SharedView> {
    const { id } = found.share
    const view = this.#views.get(id) ?? this.#open(found)
    await view.ready
    return view
  }

  #open(found: FoundShare): SharedView {
    const { id } = found.share
    if (this.#views.size >= mostViews) this.#makeRoom()
    const isLive = () => this.#context.records.find(id) !== null
    const sources = { ...this.#context, ...found, masked: this.#masked }
    const view = new SharedView(sources, isLive, () => this.#views.delete(id))
    this.#views.set(id, view)
    return view
  }

  #makeRoom(): void {
    const idle = [...this.#views.values()].find((view) => view.isIdle())
    idle?.stop()
  }
}

/** The token that a call carries, if it is one of a share. */
export function tokenOf(req: IncomingMessage): ShareToken | null {
  const bearer = /^bearer +(.+)$/i.exec(req.headers.authorization ?? '')?.[1]
  return bearer === undefined ? null : parseShareToken(bearer.trim())
}
