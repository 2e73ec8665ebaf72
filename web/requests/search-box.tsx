import { useEffect, useState, type KeyboardEvent } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Icon } from '../ui/icon.tsx'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import style from './search-box.module.css'

/** Milliseconds after the last key before the search goes off. */
const typingPause = 250

/** The search of the list; it stands in the address. */
export function SearchBox({ session, route }: { session: BinSession; route: BinRoute }) {
  const { t } = useWords()
  const failure = usePart(session.state, ({ searchFailure }) => searchFailure)
  const { text, setText } = useSearchText(route)

  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (text !== '') setText('')
    else event.currentTarget.blur()
  }
  return (
    <div className={style.bar}>
      <div className={style.box}>
        <Icon name="search" />
        <input
          type="search"
          className={style.input}
          value={text}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          aria-invalid={failure !== null}
          aria-describedby={failure ? 'search-failure' : undefined}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={leave}
        />
        <kbd className={style.key} aria-hidden="true">
          /
        </kbd>
      </div>
      <Count session={session} />
      {failure && (
        <p id="search-failure" role="alert" className={style.failure}>
          {failure.message}
        </p>
      )}
    </div>
  )
}

/** What is being typed; the address follows after a pause, and leads when it changes by itself. */
function useSearchText(route: BinRoute) {
  const { router } = useServices()
  const [text, setText] = useState(route.q)
  const [shown, setShown] = useState(route.q)
  if (shown !== route.q) {
    setShown(route.q)
    setText(route.q)
  }
  useEffect(() => {
    const q = text.trim()
    if (q === route.q) return undefined
    const timer = setTimeout(
      () => router.go({ ...route, q }, { replace: route.q !== '' }),
      typingPause,
    )
    return () => clearTimeout(timer)
  }, [text, route, router])
  return { text, setText }
}

/** How many requests there are, or match. */
function Count({ session }: { session: BinSession }) {
  const { t } = useWords()
  const n = usePart(session.state, ({ inbox, bin, q }) =>
    inbox.next === null || q !== '' ? inbox.rows.length : (bin?.counts.requests ?? 0),
  )
  const isMore = usePart(session.state, ({ inbox, q }) => inbox.next !== null && q !== '')
  const evicted = usePart(session.state, ({ bin }) => bin?.counts.evicted ?? 0)
  return (
    <p className={style.count} title={evicted > 0 ? t('list.evicted', { n: evicted }) : undefined}>
      {t(isMore ? 'list.countMore' : 'list.count', { n })}
    </p>
  )
}
