import style from './choices.module.css'

type ChoicesProps<Id extends string> = {
  label: string
  items: readonly (readonly [id: Id, words: string])[]
  selected: Id
  onSelect: (id: Id) => void
}

/** A few ways to look at the same thing, one of them chosen. */
export function Choices<Id extends string>(props: ChoicesProps<Id>) {
  const { label, items, selected, onSelect } = props
  return (
    <fieldset aria-label={label} className={style.choices}>
      {items.map(([id, words]) => (
        <button
          key={id}
          type="button"
          className={style.choice}
          aria-pressed={id === selected}
          onClick={() => onSelect(id)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  )
}
