import type { ScenarioInfo } from '../../shared/scenario/kept.ts'
import type { ScenarioResult, StepResult } from '../../shared/scenario/result.ts'
import type { LiveFrame } from '../../shared/live.ts'
import { maskedSecret } from '../../shared/mask/pseudonyms.ts'
import { HttpProblem } from '../http/problem.ts'
import type { ShareRecord } from '../store/store.ts'
import { createMask, type Mask } from './mask-entry.ts'

type Outcome = Omit<Extract<LiveFrame, { type: 'scenario' }>, 'type'>

/** The scenarios of bins, as their owners see them. */
export type ScenarioSource = {
  list: (bin: string) => Promise<ScenarioInfo[]>
  /** Tells what becomes of the runs, now and as it changes. @returns stops it */
  watch: (bin: string, tell: (outcome: Outcome) => void) => () => void
}

/** A part of a bin says nothing of the rest, as results would. */
export function mayShowScenarios({ scope }: ShareRecord): boolean {
  return scope.kind === 'bin' || scope.kind === 'scenario'
}

/**
 * Whether scenarios mean in a share what they mean in its bin: over some of the requests, or over
 * stand-ins, they would fail where they have passed, and their text names what is to be hidden.
 */
export function isWhole({ scope, mask }: ShareRecord): boolean {
  return scope.kind === 'bin' && !mask
}

/**
 * The scenarios of a bin as a share shows them: what became of each step, and, where values are
 * hidden, neither the text nor what was expected and found.
 */
export class SharedScenarios {
  readonly #source: ScenarioSource
  readonly #bin: string
  readonly #share: ShareRecord
  readonly #mask: Mask

  constructor(source: ScenarioSource, bin: string, share: ShareRecord) {
    this.#source = source
    this.#bin = bin
    this.#share = share
    this.#mask = createMask(share, bin)
  }

  async list(): Promise<ScenarioInfo[]> {
    if (!mayShowScenarios(this.#share)) return []
    const all = await this.#source.list(this.#bin)
    return all.filter(({ id }) => this.#isShown(id)).map((info) => this.#view(info))
  }

  /** @throws HttpProblem `scenario-not-found` */
  async find(id: string): Promise<ScenarioInfo> {
    const found = (await this.list()).find((info) => info.id === id)
    if (found) return found
    throw new HttpProblem('scenario-not-found', 'The share shows no such scenario.')
  }

  watch(tell: (outcome: Outcome) => void): () => void {
    if (!mayShowScenarios(this.#share)) return () => {}
    return this.#source.watch(this.#bin, ({ id, run, result }) => {
      if (this.#isShown(id)) tell({ id, run, result: this.#result(result) })
    })
  }

  /** Numbers of the requests that the results are about. */
  async seqs(): Promise<number[]> {
    const results = (await this.list()).flatMap(({ result }) => result ?? [])
    const seqs = results.flatMap(({ steps }) => steps.flatMap(seqsOf))
    return [...new Set(seqs)].sort((a, b) => a - b)
  }

  #isShown(id: string): boolean {
    const { scope } = this.#share
    return scope.kind !== 'scenario' || scope.id === id
  }

  #view(info: ScenarioInfo): ScenarioInfo {
    if (!this.#share.mask) return info
    const result = info.result && this.#result(info.result)
    return { ...info, name: this.#mask.text(info.name), text: '', result }
  }

  #result(result: ScenarioResult): ScenarioResult {
    if (!this.#share.mask) return result
    return {
      ...result,
      contact: result.contact && this.#mask.text(result.contact),
      captured: result.captured.map(({ name }) => ({ name, value: JSON.stringify(maskedSecret) })),
      steps: result.steps.map((step) => this.#step(step)),
    }
  }

  #step(step: StepResult): StepResult {
    const miss = step.closestMiss
    const hidden = { expected: maskedSecret, actual: maskedSecret }
    return {
      ...step,
      title: this.#mask.text(step.title),
      closestMiss: miss && {
        ...miss,
        event: this.#mask.text(miss.event),
        differences: miss.differences.map(({ field }) => ({
          field: this.#mask.text(field),
          ...hidden,
        })),
      },
    }
  }
}

function seqsOf({ seqs, closestMiss }: StepResult): number[] {
  return closestMiss ? [...seqs, closestMiss.seq] : seqs
}
