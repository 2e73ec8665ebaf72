import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import style from './tabs.module.css'

export type TabItem<Id extends string> = { id: Id; label: string; count?: number | undefined }

type TabsProps<Id extends string> = {
  label: string
  items: readonly TabItem<Id>[]
  selected: Id
  onSelect: (id: Id) => void
  children: ReactNode
}

/** Tabs and the panel of the selected one; arrow keys go from tab to tab. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, items, selected, onSelect, children } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (list.current) reveal(list.current, `tab-${selected}`)
  }, [selected])
  const move = (event: KeyboardEvent) => {
    const next = neighbourOf(items, selected, event.key)
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    onSelect(next.id)
    document.getElementById(`tab-${next.id}`)?.focus()
  }
  return (
    <div className={style.tabs}>
      <div ref={list} role="tablist" aria-label={label} className={style.list}>
        {items.map(({ id, label, count }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            className={style.tab}
            aria-selected={id === selected}
            aria-controls="tab-panel"
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
            onKeyDown={move}
          >
            {label}
            {count !== undefined && <span className={style.count}>{count}</span>}
          </button>
        ))}
      </div>
      <div
        id="tab-panel"
        role="tabpanel"
        className={style.panel}
        aria-labelledby={`tab-${selected}`}
      >
        {children}
      </div>
    </div>
  )
}

/** Brings the selected tab into a strip too narrow for all; `scrollIntoView` would move the page too. */
function reveal(list: HTMLElement, id: string): void {
  const tab = document.getElementById(id)
  if (!tab) return
  const [strip, place] = [list.getBoundingClientRect(), tab.getBoundingClientRect()]
  if (place.right > strip.right) list.scrollLeft += place.right - strip.right
  else if (place.left < strip.left) list.scrollLeft -= strip.left - place.left
}

function neighbourOf<Id extends string>(
  items: readonly TabItem<Id>[],
  selected: Id,
  key: string,
): TabItem<Id> | undefined {
  const index = items.findIndex(({ id }) => id === selected)
  if (key === 'ArrowRight') return items[(index + 1) % items.length]
  if (key === 'ArrowLeft') return items.at(index - 1)
  if (key === 'Home') return items[0]
  return key === 'End' ? items.at(-1) : undefined
}
