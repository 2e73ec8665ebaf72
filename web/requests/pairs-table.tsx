import { VisibleText } from '../json/visible-text.tsx'
import style from './tabs.module.css'

type PairsTableProps = { label: string; heads: readonly [string, string]; pairs: readonly Pair[] }
export type Pair = readonly [name: string, value: string]

/** Names and values in the order in which they came. */
export function PairsTable({ label, heads, pairs }: PairsTableProps) {
  return (
    <table className={style.table} aria-label={label}>
      <thead className="unseen">
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
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
          </tr>
        ))}
      </tbody>
    </table>
  )
}
