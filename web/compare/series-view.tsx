import { useMemo, useState } from 'react'
import { seriesOf, type SeriesRow } from '../../shared/compare/series.ts'
import { parseJson } from '../../shared/json/parse.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { PathText } from '../json/path-text.tsx'
import { Link } from '../shell/link.tsx'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { AsideFrame } from '../ui/aside-frame.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/field.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useSideBySideWords } from '../words/side-by-side/use-side-by-side-words.ts'
import { useRequests } from './use-requests.ts'
import { ValueText } from './value-text.tsx'
import style from './compare.module.css'

type SeriesViewProps = { session: BinSession; route: BinRoute; seqs: readonly number[] }

/** Several requests beside each other: a row a path, a column a request. */
export function SeriesView({ session, route, seqs }: SeriesViewProps) {
  const { router } = useServices()
  const say = useSideBySideWords()
  const [masked, setMasked] = useState(true)
  const [onlyChanged, setOnlyChanged] = useState(true)
  const state = useRequests(session, seqs)
  return (
    <AsideFrame
      title={say('series.title', { n: seqs.length })}
      lead={say('series.lead')}
      closeLabel={say('compare.close')}
      onClose={() => router.go({ ...route, aside: undefined })}
      tools={
        <>
          <Checkbox
            label={say('compare.mask')}
            checked={masked}
            onChange={({ target }) => setMasked(target.checked)}
          />
          <Checkbox
            label={say('series.onlyChanged')}
            checked={onlyChanged}
            onChange={({ target }) => setOnlyChanged(target.checked)}
          />
        </>
      }
    >
      {state.status === 'loading' && <output>{say('compare.loading')}</output>}
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
  const say = useSideBySideWords()
  const [most, setMost] = useState(shownAtFirst)
  const series = useMemo(
    () =>
      seriesOf(requests.map(({ body }) => (body.text === undefined ? null : parseJson(body.text)))),
    [requests],
  )
  const rows = series.rows.filter(keep)
  if (rows.length === 0) return <p className={style.nothing}>{say('series.none')}</p>
  return (
    <ScrollRegion className={style.scroll} label={say('compare.differences')}>
      <table className={`${style.table} ${style.series}`} aria-label={say('compare.differences')}>
        <thead>
          <tr>
            <th scope="col">{say('compare.path')}</th>
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
          {say('compare.showAll', { n: rows.length })}
        </Button>
      )}
      {series.isCut && <p className={style.note}>{say('series.cut')}</p>}
    </ScrollRegion>
  )
}

function SeriesLine({ row: { path, values, changed } }: { row: SeriesRow }) {
  const say = useSideBySideWords()
  return (
    <tr>
      <th scope="row">
        <PathText path={path === '' ? '/' : path} />
      </th>
      {values.map((value, index) => (
        <td key={index} className={changed[index] ? style.changed : undefined}>
          {value === null ? '–' : <ValueText text={value} />}
          {changed[index] && <span className="unseen"> ({say('compare.changed')})</span>}
        </td>
      ))}
    </tr>
  )
}
