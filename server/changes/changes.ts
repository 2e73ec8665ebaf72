import { notedOperations, type KeptChange, type NotedOperation } from '../../shared/change.ts'
import { OneByOne } from '../../shared/one-by-one.ts'
import type { ControlDeps } from '../http/deps.ts'
import type { Made } from '../http/routes.ts'
import { StoreError } from '../store/store.ts'
import { withChange } from './kept.ts'

const noted = new Set<string>(notedOperations)

/** Notes what was changed of each bin, in its settings. */
export class Changes {
  readonly #deps: Pick<ControlDeps, 'store' | 'now'>
  /** Of two changes of a bin at a time one would be lost. */
  readonly #oneByOne = new OneByOne()

  constructor(deps: Pick<ControlDeps, 'store' | 'now'>) {
    this.#deps = deps
  }

  /** Notes a call of the API, where it is one that changes. @throws StoreError */
  observe = async (made: Made): Promise<void> => {
    const bin = made.params.get('id')
    if (bin === undefined || !isNoted(made.name)) return
    await this.note(bin, { what: made.name, by: 'owner', subject: subjectOf(made) })
  }

  /** @throws StoreError */
  note(bin: string, change: Omit<KeptChange, 'at' | 'count'>): Promise<void> {
    return this.#oneByOne.run(bin, () => this.#add(bin, change))
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
