import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import type { ObservedRow } from '../../shared/observed/rows.ts'
import { PathText } from '../json/path-text.tsx'
import { VisibleText } from '../json/visible-text.tsx'
import { visibleText } from '../json/visible.ts'
import type { BinRoute } from '../shell/router.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { DifferenceNote } from './difference-note.tsx'
import { fieldRows, typesOf, type FieldRow } from './field-rows.ts'
import { FieldValue, FieldValues } from './field-values.tsx'
import style from './fields.module.css'

type FieldTableProps = { route: BinRoute; event: ObservedEvent; onlyDifferent: boolean }

const columns = ['path', 'differs', 'types', 'nulls', 'presence', 'values', 'example'] as const

/** The fields of an event, a row a path. */
export function FieldTable({ route, event, onlyDifferent }: FieldTableProps) {
  const { t, language } = useSeenWords()
  const rows = fieldRows(event).filter(
    ({ differences }) => !onlyDifferent || differences.length > 0,
  )
  return (
    <ScrollRegion className={style.scroll} label={visibleText(event.label[language] || event.type)}>
      <table className={style.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`fields.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path}>
              <th scope="row">{row.path ? <PathText path={row.path} /> : t('fields.whole')}</th>
              <td className={style.differs}>
                <Differences event={event} row={row} />
              </td>
              <SeenCells route={route} event={event} seen={row.seen} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Differences({ event, row }: { event: ObservedEvent; row: FieldRow }) {
  const { t } = useSeenWords()
  if (row.differences.length > 0) {
    return row.differences.map((difference) => (
      <DifferenceNote key={JSON.stringify(difference)} difference={difference} />
    ))
  }
  return (
    <span className={style.quiet}>
      {t(event.trigger === null ? 'fields.noDocument' : 'fields.same')}
    </span>
  )
}

type SeenCellsProps = { route: BinRoute; event: ObservedEvent; seen: ObservedRow | null }

function SeenCells({ route, event, seen }: SeenCellsProps) {
  const { t } = useSeenWords()
  if (!seen) return <td colSpan={5}>–</td>
  const nulls = seen.types.null?.count ?? 0
  return (
    <>
      <td>{typesOf(seen)}</td>
      <td>
        {nulls === 0 ? (
          '0'
        ) : (
          <FieldValue route={route} event={event} row={seen} value="null" count={nulls} />
        )}
      </td>
      <td>{t('fields.presenceOf', { n: seen.count, of: seen.parents })}</td>
      <td>
        <FieldValues route={route} event={event} row={seen} />
      </td>
      <td className={style.example}>
        <VisibleText text={seen.example} />
      </td>
    </>
  )
}
