import { useMemo, useState } from 'react'
import { seriesOf, type SeriesRow } from '../../shared/compare/series.ts'
import { parseJson } from '../../shared/json/parse.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { Link } from '../shell/link.tsx'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { AsideFrame } from '../ui/aside-frame.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/field.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useWords } from '../words/use-words.ts'
import { useRequests } from './use-requests.ts'
import { ValueText } from './value-text.tsx'
import style from './compare.module.css'

type SeriesViewProps = { session: BinSession; route: BinRoute; seqs: readonly number[] }

/** Several requests beside each other: a row a path, a column a request. */
export function SeriesView({ session, route, seqs }: SeriesViewProps) {
  const { router } = useServices()
  const { t } = useWords()
  const [masked, setMasked] = useState(true)
  const [onlyChanged, setOnlyChanged] = useState(true)
  const state = useRequests(session, seqs)
  return (
    <AsideFrame
      title={t('series.title', { n: seqs.length })}
      lead={t('series.lead')}
      closeLabel={t('compare.close')}
      onClose={() => router.go({ ...route, aside: undefined })}
      tools={
        <>
          <Checkbox
            label={t('compare.mask')}
            checked={masked}
            onChange={({ target }) => setMasked(target.checked)}
          />
          <Checkbox
            label={t('series.onlyChanged')}
            checked={onlyChanged}
            onChange={({ target }) => setOnlyChanged(target.checked)}
          />
        </>
      }
    >
      {state.status === 'loading' && <output>{t('compare.loading')}</output>}
      {state.status === 'failed' && <p role="alert">{state.message}</p>}
      {state.status === 'ready' && (
        <Table
          route={route}
          requests={state.requests}
          keep={(row) => !(masked && row.volatile) && (!onlyChanged || row.changed.includes(true))}
        />
      )}
    </AsideFrame>
  )
}

type TableProps = {
  route: BinRoute
  requests: RequestDetail[]
  keep: (row: SeriesRow) => boolean
}

/** Drawn at first: very many rows would take seconds. */
const shownAtFirst = 100

function Table({ route, requests, keep }: TableProps) {
  const { t } = useWords()
  const [most, setMost] = useState(shownAtFirst)
  const series = useMemo(
    () =>
      seriesOf(requests.map(({ body }) => (body.text === undefined ? null : parseJson(body.text)))),
    [requests],
  )
  const rows = series.rows.filter(keep)
  if (rows.length === 0) return <p className={style.note}>{t('series.none')}</p>
  return (
    <ScrollRegion className={style.scroll} label={t('compare.differences')}>
      <table className={`${style.table} ${style.series}`} aria-label={t('compare.differences')}>
        <thead>
          <tr>
            <th scope="col">{t('compare.path')}</th>
            {requests.map(({ seq }) => (
              <th key={seq} scope="col">
                <Link to={{ ...route, seq, aside: undefined }}>#{seq}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <SeriesLine key={row.path} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <Button look="quiet" onClick={() => setMost(rows.length)}>
          {t('compare.showAll', { n: rows.length })}
        </Button>
      )}
      {series.isCut && <p className={style.note}>{t('series.cut')}</p>}
    </ScrollRegion>
  )
}

function SeriesLine({ row: { path, values, changed } }: { row: SeriesRow }) {
  const { t } = useWords()
  return (
    <tr>
      <th scope="row">
        <VisibleText text={path === '' ? '/' : path} />
      </th>
      {values.map((value, index) => (
        <td key={index} className={changed[index] ? style.changed : undefined}>
          {value === null ? '–' : <ValueText text={value} />}
          {changed[index] && <span className="unseen"> ({t('compare.changed')})</span>}
        </td>
      ))}
    </tr>
  )
}
