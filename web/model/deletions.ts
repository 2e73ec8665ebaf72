import { createStore, type Readable } from './store.ts'

/** Requests by number, or all up to one. */
export type Deleted = { seqs: readonly number[] } | { upTo: number }

/** A deletion that can still be taken back. */
export type PendingDeletion = {
  deleted: Deleted
  /** Deletes for good. @returns whether it worked */
  carryOut: () => Promise<boolean>
}

/**
 * Deletions wait for a while before they are carried out. Until then the page only hides the
 * requests: a page that crashes has deleted nothing.
 */
export type Deletions = Readable<PendingDeletion | null> & {
  /** Hides requests; what was hidden before is deleted now. */
  begin(deletion: PendingDeletion): void
  /** Takes the deletion back. @returns whether there was one */
  undo(): boolean
  /** Deletes now what is hidden: whoever leaves does not wait. */
  flush(): Promise<void>
}

type Options = {
  /** Called when something is to be hidden. */
  onHide: (deleted: Deleted) => void
  /** Called when it is to be seen again. */
  onShow: () => void
  /** Milliseconds in which it can be taken back. */
  wait?: number
}

export function createDeletions({ onHide, onShow, wait = 10_000 }: Options): Deletions {
  const store = createStore<PendingDeletion | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const take = () => {
    const pending = store.get()
    clearTimeout(timer)
    return pending
  }
  const flush = async () => {
    const pending = take()
    if (!pending) return
    const done = pending.carryOut()
    // Hidden until it is done, so that nothing flickers.
    const worked = await done
    if (store.get() === pending) store.set(null)
    if (!worked) onShow()
  }
  return {
    ...store,
    begin(deletion) {
      void flush()
      store.set(deletion)
      onHide(deletion.deleted)
      timer = setTimeout(() => void flush(), wait)
    },
    undo() {
      if (!take()) return false
      store.set(null)
      onShow()
      return true
    },
    flush,
  }
}

/** Whether a request is among the deleted. */
export function isDeleted(deleted: Deleted, seq: number): boolean {
  return 'upTo' in deleted ? seq <= deleted.upTo : deleted.seqs.includes(seq)
}
