import { useEffect, useRef, type KeyboardEvent } from 'react'
import { IconButton } from '../ui/button.tsx'
import { useBodyWords } from '../words/body/use-body-words.ts'
import type { Find } from './use-find.ts'
import style from './find-bar.module.css'

/** Find in the body: `Ctrl+F` inside of it, `Enter` and `Shift+Enter` from hit to hit. */
export function FindBar({ find }: { find: Find }) {
  const say = useBodyWords()
  const input = useRef<HTMLInputElement>(null)
  useFindKey(() => input.current?.select())
  const { needle, hits, current } = find
  const count = hits.starts.length
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape' && needle !== '') find.look('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={style.find}>
      <input
        ref={input}
        className={style.input}
        aria-label={say('find.label')}
        placeholder={say('find.label')}
        spellCheck={false}
        autoComplete="off"
        value={needle}
        onChange={({ target }) => find.look(target.value)}
        onKeyDown={onKeyDown}
      />
      <output className={style.count}>
        {needle !== '' &&
          say(current < 0 ? 'find.count' : 'find.place', {
            n: count,
            at: current + 1,
            more: hits.isCut ? '+' : '',
          })}
      </output>
      {count > 0 && (
        <>
          <IconButton icon="arrowUp" label={say('find.previous')} onClick={() => find.step(-1)} />
          <IconButton icon="arrowDown" label={say('find.next')} onClick={() => find.step(1)} />
        </>
      )}
    </search>
  )
}

/** Inside the views of a request the page looks, elsewhere the browser does. */
function useFindKey(open: () => void): void {
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const isFind = event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey
      const isInside =
        event.target instanceof Element && event.target.closest('[role=tabpanel]') !== null
      if (!isFind || !isInside) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
