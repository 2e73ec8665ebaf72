import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import { matchCommands, type Command } from './match.ts'
import style from './palette.module.css'

type PaletteDialogProps = { commands: readonly Command[]; onClose: () => void }

/** Everything that can be done, found by typing. */
export function PaletteDialog({ commands, onClose }: PaletteDialogProps) {
  const { t } = useBinWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [place, setPlace] = useState(0)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  const found = matchCommands(commands, query)
  const current = Math.min(place, found.length - 1)
  const choose = (command: Command | undefined) => {
    if (!command) return
    onClose()
    void command.run()
  }
  const move = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = steps[event.key]
    if (event.key === 'Enter') choose(found[current])
    else if (step) setPlace(step(current, found.length - 1))
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      className={style.dialog}
      aria-label={t('palette.title')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <input
        className={style.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value)
          setPlace(0)
        }}
        onKeyDown={move}
      />
      <CommandList id={id} commands={found} current={current} onChoose={choose} />
      {found.length === 0 && <output className={style.none}>{t('palette.none')}</output>}
    </dialog>
  )
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at < last ? at + 1 : 0),
  ArrowUp: (at, last) => (at > 0 ? at - 1 : last),
  PageDown: (at, last) => Math.min(last, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
}

/** Below the field, which has the focus and the keys: no <select> could be that. */
const listRole = { role: 'listbox', tabIndex: -1 } as const
const optionRole = { role: 'option', tabIndex: -1 } as const

type CommandListProps = {
  id: string
  commands: readonly Command[]
  current: number
  onChoose: (command: Command) => void
}

function CommandList({ id, commands, current, onChoose }: CommandListProps) {
  const { t } = useBinWords()
  return (
    <div {...listRole} id={id} aria-label={t('palette.title')} className={style.list}>
      {commands.map((command, index) => (
        <Option
          key={command.id}
          id={`${id}-${index}`}
          command={command}
          isCurrent={index === current}
          onChoose={() => onChoose(command)}
        />
      ))}
    </div>
  )
}

type OptionProps = { id: string; command: Command; isCurrent: boolean; onChoose: () => void }

function Option({ id, command, isCurrent, onChoose }: OptionProps) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCurrent) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { group, label, hint } = command
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the field has the keys
    <div
      {...optionRole}
      ref={option}
      id={id}
      aria-selected={isCurrent}
      className={style.option}
      onClick={onChoose}
    >
      <span className={style.group}>{group}</span>
      <span className={style.label}>{label}</span>
      {hint && <kbd className={style.hint}>{hint}</kbd>}
    </div>
  )
}
