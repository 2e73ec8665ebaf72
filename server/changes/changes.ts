import { notedOperations, type KeptChange, type NotedOperation } from '../../shared/change.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { Made } from '../http/routes.ts'
import { StoreError } from '../store/store.ts'
import { withChange } from './kept.ts'

const noted = new Set<string>(notedOperations)

/** Notes what was changed of each bin, in its settings. */
export class Changes {
  readonly #deps: Pick<ControlDeps, 'store' | 'now'>
  readonly #writing = new Map<string, Promise<void>>()

  constructor(deps: Pick<ControlDeps, 'store' | 'now'>) {
    this.#deps = deps
  }

  /** Notes a call of the API, where it is one that changes. @throws StoreError */
  observe = async (made: Made): Promise<void> => {
    const bin = made.params.get('id')
    if (bin === undefined || !isNoted(made.name)) return
    await this.note(bin, { what: made.name, by: 'owner', subject: subjectOf(made) })
  }

  /** One after the other in each bin: of two at a time one would be lost. @throws StoreError */
  note(bin: string, change: Omit<KeptChange, 'at' | 'count'>): Promise<void> {
    const before = this.#writing.get(bin) ?? Promise.resolve()
    const writing = before.catch(() => {}).then(() => this.#add(bin, change))
    this.#writing.set(bin, writing)
    const forget = () => {
      if (this.#writing.get(bin) === writing) this.#writing.delete(bin)
    }
    writing.then(forget, forget)
    return writing
  }

  async #add(bin: string, change: Omit<KeptChange, 'at' | 'count'>): Promise<void> {
    const { store, now } = this.#deps
    const record = store.bins.get(bin)
    if (!record) return
    const changes = withChange(record.changes ?? [], { at: now(), ...change })
    try {
      await store.bins.update(bin, { changes })
    } catch (error) {
      // Deleted meanwhile, with its changes.
      if (!(error instanceof StoreError) || error.code !== 'unknown-bin') throw error
    }
  }
}

function isNoted(name: string): name is NotedOperation {
  return noted.has(name)
}

/** What it was done to: names and numbers, never a value. */
function subjectOf({ name, params, body, result }: Made): string {
  if (name === 'changeBin') return keysOf(body)
  if (name === 'markRequest') return `${params.get('seq')}: ${keysOf(body)}`
  if (name === 'createShare') return idOf(memberOf(result, 'share'))
  const named = ['seq', 'share', 'shape', 'scenario'].flatMap((key) => params.get(key) ?? [])
  return named[0] ?? idOf(result)
}

function keysOf(body: unknown): string {
  return typeof body === 'object' && body !== null ? Object.keys(body).sort().join(', ') : ''
}

function idOf(value: unknown): string {
  const id = memberOf(value, 'id')
  return typeof id === 'string' ? id : ''
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
