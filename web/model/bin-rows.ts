import type { ListQuery, RequestList } from '../../shared/request-list.ts'
import type { RequestSummary } from '../../shared/request.ts'
import { createBatch } from './batch.ts'
import type { BinReader } from './bin-reader.ts'
import type { BinState } from './bin-state.ts'
import type { Deleted, Deletions } from './deletions.ts'
import {
  withArrivals,
  withFirstPage,
  withNewPage,
  withOlderPage,
  withRemoved,
  type Inbox,
} from './inbox.ts'
import { problemOf } from './problems.ts'
import type { Store } from './store.ts'

type Sources = {
  reader: BinReader
  state: Store<BinState>
  deletions: () => Deletions
}

/** The rows of a bin: page by page, those that a search finds, and what arrives. */
export class BinRows {
  readonly #reader: BinReader
  readonly #state: Store<BinState>
  readonly #deletions: () => Deletions
  readonly #arrivals = createBatch<RequestSummary>((rows) => this.#take(rows))
  #atTop = true
  /** Answers to an older question than the last are dropped. */
  #question = 0

  constructor({ reader, state, deletions }: Sources) {
    this.#reader = reader
    this.#state = state
    this.#deletions = deletions
  }

  /** Shows the rows that match, once there are any; an empty search shows all. */
  async search(q: string): Promise<void> {
    if (q === this.#state.get().q) return
    this.#note({ q })
    if (this.#state.get().bin) await this.fetchPage()
  }

  /** Takes the first page of all. */
  begin(page: RequestList): void {
    this.change(() => withFirstPage(page))
    this.#note({ loading: null })
  }

  fetchPage(): Promise<void> {
    return this.#ask('page', {}, withNewPage)
  }

  async loadOlder(): Promise<void> {
    const { inbox, loading } = this.#state.get()
    if (loading !== null || inbox.next === null) return
    await this.#ask('older', { before: inbox.next }, withOlderPage)
  }

  /** Asks again for what could not be answered. */
  retry(): void {
    const { q, searchFailure } = this.#state.get()
    if (q !== '' && searchFailure) void this.fetchPage()
  }

  /** Told by the list: whether its newest row is in sight. */
  setAtTop(atTop: boolean): void {
    this.#atTop = atTop
  }

  /** Changes the rows. What is about to be deleted is not shown, however it got among them. */
  change(change: (inbox: Inbox) => Inbox): void {
    const pending = this.#deletions().get()
    this.#state.set((last) => {
      const changed = change(last.inbox)
      const inbox = pending ? withRemoved(changed, pending.deleted) : changed
      return inbox === last.inbox ? last : { ...last, inbox }
    })
  }

  /** Takes what the live stream brings; what comes in quick succession is drawn at once. */
  arrive(rows: readonly RequestSummary[]): void {
    this.#arrivals.add(rows)
  }

  remove(removed: Deleted): void {
    this.#arrivals.flush()
    this.change((inbox) => withRemoved(inbox, removed))
  }

  stop(): void {
    this.#arrivals.cancel()
  }

  #note(change: Partial<Omit<BinState, 'inbox'>>): void {
    this.#state.set((last) => ({ ...last, ...change }))
  }

  async #ask(
    loading: 'page' | 'older',
    query: ListQuery,
    merge: (inbox: Inbox, page: RequestList) => Inbox,
  ): Promise<void> {
    const question = ++this.#question
    this.#note({ loading, searchFailure: null })
    try {
      const page = await this.#reader.list({ ...query, q: this.#state.get().q })
      if (question !== this.#question) return
      this.change((inbox) => merge(inbox, page))
      this.#note({ loading: null })
    } catch (error) {
      if (question !== this.#question) return
      this.#note({ loading: null, searchFailure: problemOf(error) })
    }
  }

  #take(rows: RequestSummary[]): void {
    const isSearch = this.#state.get().q !== ''
    if (isSearch) void this.#takeMatching((rows[0]?.seq ?? 1) - 1)
    else this.change((inbox) => withArrivals(inbox, rows, this.#atTop))
    this.#note({ heard: rows.at(-1)?.seq ?? 0 })
  }

  /** Which of the new ones match is for the server to say: the search looks into bodies too. */
  async #takeMatching(after: number): Promise<void> {
    const { q } = this.#state.get()
    try {
      const { requests } = await this.#reader.list({ q, after, order: 'asc' })
      if (q !== this.#state.get().q) return
      this.change((inbox) => withArrivals(inbox, requests, this.#atTop))
    } catch (error) {
      this.#note({ searchFailure: problemOf(error) })
    }
  }
}
