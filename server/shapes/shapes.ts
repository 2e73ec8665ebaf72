import { customRandom } from 'nanoid'
import { ownShapeLimits, type OwnShape } from '../../shared/own-shape/own-shape.ts'
import type { ControlDeps } from '../http/deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { BinRecord } from '../store/store.ts'

type Draft = Omit<OwnShape, 'id'>
type Edit = (shapes: readonly OwnShape[]) => OwnShape[]

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** The own shapes of bins, kept in their settings. */
export class Shapes {
  readonly #deps: ControlDeps
  readonly #newId: () => string
  /** Ends with the last change of each bin: of two at a time one would be lost. */
  readonly #changes = new Map<string, Promise<void>>()

  constructor(deps: ControlDeps) {
    this.#deps = deps
    this.#newId = customRandom(alphabet, 10, deps.random)
  }

  of({ id }: BinRecord): readonly OwnShape[] {
    return this.#deps.store.bins.get(id)?.ownShapes?.shapes ?? []
  }

  /** @throws HttpProblem `invalid-input` where the bin has as many as it may, StoreError */
  async create(bin: BinRecord, draft: Draft): Promise<OwnShape> {
    const shape = { id: this.#newId(), ...draft }
    await this.#edit(bin, (shapes) => {
      if (shapes.length < ownShapeLimits.shapes) return [...shapes, shape]
      throw new HttpProblem('invalid-input', `A bin has at most ${ownShapeLimits.shapes} shapes.`)
    })
    return shape
  }

  /** @throws HttpProblem `shape-not-found`, StoreError */
  async change(bin: BinRecord, id: string, change: Partial<Draft>): Promise<OwnShape> {
    let changed = find(this.of(bin), id)
    await this.#edit(bin, (shapes) => {
      changed = { ...find(shapes, id), ...change }
      return shapes.map((shape) => (shape.id === id ? changed : shape))
    })
    return changed
  }

  /** @throws HttpProblem `shape-not-found`, StoreError */
  async delete(bin: BinRecord, id: string): Promise<void> {
    await this.#edit(bin, (shapes) => {
      const gone = find(shapes, id)
      return shapes.filter((shape) => shape !== gone)
    })
  }

  async #edit(bin: BinRecord, edit: Edit): Promise<void> {
    const earlier = this.#changes.get(bin.id)?.catch(() => {})
    const change = Promise.resolve(earlier).then(() => this.#save(bin.id, edit))
    this.#changes.set(bin.id, change)
    try {
      await change
    } finally {
      if (this.#changes.get(bin.id) === change) this.#changes.delete(bin.id)
    }
  }

  async #save(id: string, edit: Edit): Promise<void> {
    const { bins } = this.#deps.store
    const own = bins.get(id)?.ownShapes
    const revision = (own?.revision ?? 0) + 1
    await bins.update(id, { ownShapes: { revision, shapes: edit(own?.shapes ?? []) } })
  }
}

function find(shapes: readonly OwnShape[], id: string): OwnShape {
  const shape = shapes.find((each) => each.id === id)
  if (shape) return shape
  throw new HttpProblem('shape-not-found', 'The bin has no shape with this id.')
}
