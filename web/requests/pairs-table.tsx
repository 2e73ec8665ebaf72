import { VisibleText } from '../json/visible-text.tsx'
import { Icon } from '../ui/icon.tsx'
import { useBodyWords } from '../words/body/use-body-words.ts'
import { FilterLink } from './filter-link.tsx'
import style from './tabs.module.css'

type PairsTableProps = {
  label: string
  heads: readonly [string, string]
  pairs: readonly Pair[]
  /** The search for requests that have a pair, where there is one. */
  termOf?: (name: string, value: string) => string
}
export type Pair = readonly [name: string, value: string]

/** Names and values in the order in which they came. */
export function PairsTable({ label, heads, pairs, termOf }: PairsTableProps) {
  const say = useBodyWords()
  return (
    <table className={style.table} aria-label={label}>
      <colgroup>
        <col className={style.names} />
        <col />
        {termOf && <col className={style.filters} />}
      </colgroup>
      <thead className="unseen">
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          {termOf && <th scope="col">{say('filter.column')}</th>}
        </tr>
      </thead>
      <tbody>
        {pairs.map(([name, value], index) => (
          <tr key={index}>
            <th scope="row">
              <VisibleText text={name} />
            </th>
            <td>
              <VisibleText text={value} />
            </td>
            {termOf && (
              <td className={style.filter}>
                <FilterLink look="icon" term={termOf(name, value)}>
                  <Icon name="filter" size={14} />
                </FilterLink>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
