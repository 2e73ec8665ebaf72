import { customRandom } from 'nanoid'
import { OneByOne } from '../../shared/one-by-one.ts'
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
  /** Of two changes of a bin at a time one would be lost. */
  readonly #oneByOne = new OneByOne()

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
    await this.#edit(bin.id, (shapes) => {
      if (shapes.length < ownShapeLimits.shapes) return [...shapes, shape]
      throw new HttpProblem('invalid-input', `A bin has at most ${ownShapeLimits.shapes} shapes.`)
    })
    return shape
  }

  /** @throws HttpProblem `shape-not-found`, StoreError */
  async change(bin: BinRecord, id: string, change: Partial<Draft>): Promise<OwnShape> {
    let changed = find(this.of(bin), id)
    await this.#edit(bin.id, (shapes) => {
      changed = { ...find(shapes, id), ...change }
      return shapes.map((shape) => (shape.id === id ? changed : shape))
    })
    return changed
  }

  /** @throws HttpProblem `shape-not-found`, StoreError */
  async delete(bin: BinRecord, id: string): Promise<void> {
    await this.#edit(bin.id, (shapes) => {
      const gone = find(shapes, id)
      return shapes.filter((shape) => shape !== gone)
    })
  }

  #edit(bin: string, edit: Edit): Promise<void> {
    return this.#oneByOne.run(bin, () => this.#save(bin, edit))
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
