import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import type { ObservedRow } from '../../shared/observed/rows.ts'
import { visibleText } from '../json/visible.ts'
import { Link } from '../shell/link.tsx'
import type { BinRoute } from '../shell/router.ts'
import { narrowWindow, useMedia } from '../ui/use-media.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { fieldQuery } from './field-query.ts'
import style from './fields.module.css'

type FieldProps = { route: BinRoute; event: ObservedEvent; row: ObservedRow }

/** The values of a field with how often each was seen; a click filters the list by one. */
export function FieldValues({ route, event, row }: FieldProps) {
  const { t } = useSeenWords()
  if (row.values === null) return <span className={style.quiet}>{t('fields.manyValues')}</span>
  return (
    <ul className={style.values}>
      {row.values.map(([value, count]) => (
        <li key={value}>
          <FieldValue route={route} event={event} row={row} value={value} count={count} />
        </li>
      ))}
    </ul>
  )
}

/** One value of a field. @param value as JSON */
export function FieldValue(props: FieldProps & { value: string; count: number }) {
  const { route, event, row, value, count } = props
  const { t, format } = useSeenWords()
  const isNarrow = useMedia(narrowWindow)
  // Where there is room for one of them only, the list takes the place of the fields.
  const target = isNarrow ? { ...route, fields: undefined } : route
  const q = fieldQuery(event, row.path, value)
  const shown = visibleText(value)
  return (
    <>
      {q === null ? (
        <code>{shown}</code>
      ) : (
        <Link
          className={style.value}
          to={{ ...target, q }}
          aria-label={t('fields.filter', { path: visibleText(row.path), value: shown })}
        >
          {shown}
        </Link>
      )}{' '}
      <span className={style.quiet}>{format.number(count)}</span>
    </>
  )
}
