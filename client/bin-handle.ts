import type { RequestList, ListQuery } from '../shared/request-list.ts'
import type { SentEvent } from '../shared/sending.ts'
import type { Bin } from '../shared/bin.ts'
import type { Client } from '../shared/client.ts'
import type { Trigger } from '../shared/events/trigger.ts'
import type { ChangeBinInput, SendInput } from '../shared/input.ts'
import type { RequestDetail, RequestSummary } from '../shared/request.ts'
import type { ScenarioResult } from '../shared/scenario/result.ts'
import { followRequests, type FollowOptions } from './follow.ts'
import { missesOf, NoMatch } from './no-match.ts'
import { ScenarioFailed } from './scenario-failed.ts'

export type WaitOptions = {
  /** Milliseconds [30,000]. */
  timeout?: number
  /** Only requests after this number; without it, those that are there already count as well. */
  after?: number
  signal?: AbortSignal
}

export type SendOptions = Omit<SendInput, 'trigger' | 'overrides'>

export type ExpectOptions = {
  /** Milliseconds to wait for a decision, 120,000 at most [30,000]; 0: what is there is all. */
  timeout?: number
  /** Only requests after this number; without it, the whole bin. */
  after?: number
  signal?: AbortSignal
}

/** Longest that the server waits at a time. */
const slice = 60_000

/** A bin as a test uses it: where to send to, and what came. */
export class BinHandle {
  readonly id: string
  /** Where webhooks are sent to. */
  readonly url: string
  /** Where people look at what came. */
  readonly inspectUrl: string
  /** The owner key, where it is known. */
  readonly key: string | undefined
  readonly #call: Client

  constructor(call: Client, bin: Bin, key: string | undefined) {
    this.id = bin.id
    this.url = bin.captureUrl
    this.inspectUrl = bin.inspectUrl
    this.key = key
    this.#call = call
  }

  /**
   * The first request that a search finds; one that has come already is given at once, so that there
   * is no race between sending and waiting.
   * @throws NoMatch with the closest misses, ApiProblem, ServerUnreachable
   */
  async waitFor(query: string, options: WaitOptions = {}): Promise<RequestDetail> {
    const { timeout = 30_000, after, signal } = options
    for (let left = timeout; ; left -= slice) {
      try {
        return await this.#call('waitForRequest', {
          ...this.#access(signal),
          query: {
            q: query,
            timeout: Math.min(left, slice),
            ...(after !== undefined && { after }),
          },
        })
      } catch (error) {
        const closestMisses = missesOf(error)
        if (closestMisses === null) throw error
        if (left > slice) continue
        throw new NoMatch({ bin: this.id, query, timeout, closestMisses })
      }
    }
  }

  /** Every request, those held and those to come: `for await (const request of bin.requests())`. */
  requests(options: FollowOptions = {}): AsyncGenerator<RequestSummary, void, undefined> {
    return followRequests({ call: this.#call, id: this.id, key: this.key }, options)
  }

  /** One page of what is held, newest first unless asked otherwise. */
  list(query: ListQuery = {}): Promise<RequestList> {
    return this.#call('listRequests', { ...this.#access(), query })
  }

  /** A whole request with its body, verdict and issues. */
  read(seq: number): Promise<RequestDetail> {
    return this.#call('readRequest', { ...this.#access(), params: { id: this.id, seq } })
  }

  /** Sends a documented event to the bin as the real sender would. Needs the owner key. */
  send(
    trigger: Trigger,
    overrides: NonNullable<SendInput['overrides']> = {},
    options: SendOptions = {},
  ): Promise<SentEvent> {
    return this.#call('sendEvent', { ...this.#access(), body: { trigger, overrides, ...options } })
  }

  /**
   * Holds what came, and what comes until it is decided, against a scenario.
   * @param scenario YAML or JSON as text, or the same as an object
   * @throws ScenarioFailed with the step, the closest miss and what differed; ApiProblem
   */
  async expect(scenario: string | object, options: ExpectOptions = {}): Promise<ScenarioResult> {
    const { timeout = 30_000, after, signal } = options
    const text = typeof scenario === 'string' ? scenario : JSON.stringify(scenario)
    const result = await this.#call('checkScenario', {
      ...this.#access(signal),
      body: { text, timeout, ...(after !== undefined && { after }) },
    })
    if (result.state === 'passed') return result
    throw new ScenarioFailed(this.id, result)
  }

  /** The bin as it stands: counts, reply, settings. */
  state(): Promise<Bin> {
    return this.#call('readBin', this.#access())
  }

  /** Changes its settings, its reply for example. Needs the owner key. */
  change(settings: ChangeBinInput): Promise<Bin> {
    return this.#call('changeBin', { ...this.#access(), body: settings })
  }

  /** Deletes all its requests. Needs the owner key. */
  async clear(): Promise<void> {
    await this.#call('clearRequests', this.#access())
  }

  /** Deletes it with its requests. Needs the owner key. */
  async delete(): Promise<void> {
    await this.#call('deleteBin', this.#access())
  }

  #access(signal?: AbortSignal) {
    return { params: { id: this.id }, key: this.key, signal }
  }
}
