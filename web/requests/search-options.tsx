import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { complete, type Option } from '../../shared/search/complete.ts'
import { visibleText } from '../json/visible.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useSearchWords } from '../words/search/use-search-words.ts'
import { useKnownValues } from './known-values.ts'
import style from './search-options.module.css'

/** Beside the field, which has the focus and the keys: no <select> could be that. */
const list = { role: 'listbox', tabIndex: -1 } as const

/** Identity of the list, for the field that controls it. */
export const listId = 'search-options'

/** What the search field has to say of the list: which option is the current one. */
export type ShownOptions = { active: string | undefined }

/** What a key does while the list is there; it returns whether that was anything. */
export type SearchKeys = { press: (event: KeyboardEvent) => boolean }

type SearchOptionsProps = {
  session: BinSession
  text: string
  caret: number
  ref: Ref<SearchKeys>
  onChoose: (text: string, caret: number) => void
  onShow: (shown: ShownOptions | null) => void
}

/** Ways in which the search can go on from the caret. */
export function SearchOptions({ session, text, caret, ref, onChoose, onShow }: SearchOptionsProps) {
  const t = useSearchWords()
  const known = useKnownValues(session)
  const { start, end, options } = useMemo(() => complete(text, caret, known), [text, caret, known])
  // By what it says: others may come in while somebody chooses.
  const [current, setCurrent] = useState({ of: text, option: '' })
  const isSame = (option: Option) => current.of === text && option.text === current.option
  const index = options.findIndex(isSame)
  const count = options.length

  const choose = ({ text: chosen, isOpen }: Option) => {
    const rest = text.slice(end)
    const space = isOpen || /^\s/.test(rest) ? '' : ' '
    const next = text.slice(0, start) + chosen + space
    onChoose(next + rest, next.length)
  }
  useImperativeHandle(ref, () => ({
    press({ key }) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[key]
      if (by !== undefined && count > 0) {
        // One place more than options: none of them.
        const next = ((index + 1 + by + count + 1) % (count + 1)) - 1
        setCurrent({ of: text, option: options[next]?.text ?? '' })
        return true
      }
      const option = options[key === 'Tab' && index < 0 ? 0 : index]
      if ((key !== 'Enter' && key !== 'Tab') || !option) return false
      if (key === 'Tab' && index < 0 && /(?:^|\s)$/.test(text.slice(0, caret))) return false
      choose(option)
      return true
    },
  }))
  const active = index < 0 ? undefined : `${listId}-${index}`
  useEffect(() => {
    onShow(count > 0 ? { active } : null)
    if (active !== undefined) document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
  }, [onShow, count, active])
  useEffect(() => () => onShow(null), [onShow])

  if (count === 0) return null
  return (
    <div id={listId} {...list} aria-label={t('options')} className={style.list}>
      {options.map((option, at) => (
        <Choice
          key={option.text}
          id={`${listId}-${at}`}
          isActive={at === index}
          option={option}
          onChoose={() => choose(option)}
        />
      ))}
    </div>
  )
}

type ChoiceProps = { id: string; isActive: boolean; option: Option; onChoose: () => void }

function Choice({ id, isActive, option: { text, field }, onChoose }: ChoiceProps) {
  const t = useSearchWords()
  const role = { role: 'option', 'aria-selected': isActive } as const
  return (
    <button
      type="button"
      id={id}
      tabIndex={-1}
      {...role}
      className={style.option}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <code className={style.text}>{visibleText(text)}</code>
      <span className={style.help}>{helpOf(t, field)}</span>
    </button>
  )
}

type Translate = ReturnType<typeof useSearchWords>
const fields = [
  ...(['event', 'trigger', 'family', 'verdict', 'issue', 'signature', 'email', 'contact'] as const),
  ...([
    'method',
    'path',
    'query',
    'header',
    'ip',
    'size',
    'status',
    'seq',
    'since',
    'until',
  ] as const),
  ...(['is', 'has', 'note', 'text', 'json'] as const),
]

function helpOf(t: Translate, field: string): string {
  const known = fields.find((one) => one === field)
  return known ? t(known) : ''
}
