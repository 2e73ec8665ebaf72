import { createStore, type Readable } from './store.ts'

/** A line about what has just been done, or could not be. */
export type Notice = { tone: 'good' | 'bad'; text: string }

export type Notices = Readable<Notice | null> & {
  /** Shows a notice in place of the last; good news goes away by itself. */
  show(notice: Notice): void
  clear(): void
}

/** @param stay milliseconds that good news stays */
export function createNotices(stay = 4000): Notices {
  const store = createStore<Notice | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ...store,
    show(notice) {
      clearTimeout(timer)
      store.set(notice)
      if (notice.tone === 'good') timer = setTimeout(() => store.set(null), stay)
    },
    clear() {
      clearTimeout(timer)
      store.set(null)
    },
  }
}
