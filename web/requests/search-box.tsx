import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Icon } from '../ui/icon.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import type { SearchKeys } from './search-options.tsx'
import { useSearchOptions } from './use-search-options.ts'
import style from './search-box.module.css'

const SearchOptions = onDemand(async () => (await import('./search-options.tsx')).SearchOptions)

const SearchFailure = onDemand(async () => (await import('./search-failure.tsx')).SearchFailure)

/** Milliseconds after the last key before the search goes off. */
const typingPause = 250

/** Who still has to say what for is not told yet that it is missing. */
const unfinished = /[:(]$|(?:^|\s)-$/

/** The search of the list; it stands in the address. */
export function SearchBox({ session, route }: { session: BinSession; route: BinRoute }) {
  const { t } = useWords()
  const failure = usePart(session.state, ({ searchFailure }) => searchFailure)
  const { text, setText, search } = useSearchText(route)
  const input = useRef<HTMLInputElement>(null)
  const keys = useRef<SearchKeys>(null)
  const options = useSearchOptions(input, keys, setText)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget } = event
    if (options.press(event)) event.preventDefault()
    else if (key === 'Enter') search()
    else if (key === 'Escape') {
      event.preventDefault()
      if (text !== '') setText('')
      else currentTarget.blur()
    }
  }
  return (
    <div className={style.bar}>
      <div className={style.box}>
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={options.shown !== null}
          aria-controls={options.shown ? 'search-options' : undefined}
          aria-activedescendant={options.shown?.active}
          className={style.input}
          value={text}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          aria-invalid={failure !== null}
          aria-describedby={failure ? 'search-failure' : undefined}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
            options.open()
          }}
          onSelect={options.follow}
          onFocus={SearchOptions.preload}
          onBlur={() => {
            options.close()
            search()
          }}
          onKeyDown={onKeyDown}
        />
        <kbd className={style.key} aria-hidden="true">
          /
        </kbd>
      </div>
      <Count session={session} />
      {options.isOpen && (
        <SearchOptions
          session={session}
          text={text}
          caret={Math.min(options.caret, text.length)}
          ref={keys}
          onChoose={options.choose}
          onShow={options.show}
        />
      )}
      {failure && (
        <p id="search-failure" role="alert" className={style.failure}>
          <SearchFailure message={failure.message} />
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
    // A space at the end is still there when the address follows.
    if (text.trim() !== route.q) setText(route.q)
  }
  const search = () => {
    const q = text.trim()
    if (q !== route.q) router.go({ ...route, q }, { replace: route.q !== '' })
  }
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    if (text.trim() === route.q || unfinished.test(text)) return undefined
    const timer = setTimeout(() => latest.current(), typingPause)
    return () => clearTimeout(timer)
  }, [text, route.q])
  return { text, setText, search }
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
