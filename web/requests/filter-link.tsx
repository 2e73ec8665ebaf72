import type { ReactNode } from 'react'
import { hasTerm, withoutTerm, withTerms } from '../model/facet-terms.ts'
import { visibleText } from '../json/visible.ts'
import { Link } from '../shell/link.tsx'
import { useServices } from '../shell/services.ts'
import { narrowWindow, useMedia } from '../ui/use-media.ts'
import { useStore } from '../ui/use-store.ts'
import { useBodyWords } from '../words/body/use-body-words.ts'
import style from './filter-link.module.css'

type FilterLinkProps = {
  /** What is looked for; `null` where the search has no words for it. */
  term: string | null
  /** `text`: what is shown is the link; `icon` and `words`: it stands beside that. */
  look?: 'text' | 'icon' | 'words'
  children: ReactNode
}

/** Narrows the list to requests that have this too; once more, and it does not any longer. */
export function FilterLink({ term, look = 'text', children }: FilterLinkProps) {
  const { router } = useServices()
  const route = useStore(router)
  const isNarrow = useMedia(narrowWindow)
  const say = useBodyWords()
  if (term === null || route.page !== 'bin') return look === 'text' ? children : null
  const isOn = hasTerm(route.q, term)
  const q = isOn ? withoutTerm(route.q, term) : withTerms(route.q, [], [term])
  // Where there is room for one of them only, the list takes the place of the request.
  const target = isNarrow ? { ...route, seq: null, q } : { ...route, q }
  const label = say(isOn ? 'filter.off' : 'filter.by', { what: visibleText(term.slice(0, 200)) })
  return (
    <Link
      to={target}
      className={style[look]}
      title={label}
      aria-label={label}
      aria-current={isOn ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}
