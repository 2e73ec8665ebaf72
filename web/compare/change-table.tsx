import { useState } from 'react'
import type { Change, Changes } from '../../shared/compare/compare-json.ts'
import { PathText } from '../json/path-text.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { useSideBySideWords } from '../words/side-by-side/use-side-by-side-words.ts'
import { ValueText } from './value-text.tsx'
import style from './compare.module.css'

/** Drawn at first: very many rows would take seconds. */
const shownAtFirst = 200

const tones = { added: 'good', removed: 'bad', changed: 'warn', moved: 'note' } as const

/** The differences of two documents, a row each. */
export function ChangeTable({ changes, masked }: { changes: Changes; masked: boolean }) {
  const say = useSideBySideWords()
  const [most, setMost] = useState(shownAtFirst)
  const rows = masked ? changes.changes.filter(({ volatile }) => !volatile) : changes.changes
  const hidden = changes.changes.length - rows.length
  const omitted = changes.count - changes.changes.length
  return (
    <>
      <p className={style.note}>
        {say('compare.count', { n: rows.length })}
        {hidden > 0 && ` · ${say('compare.masked', { n: hidden })}`}
      </p>
      {rows.length > 0 && (
        <table className={`${style.table} ${style.changes}`} aria-label={say('compare.body')}>
          <thead>
            <tr>
              <th scope="col">{say('compare.path')}</th>
              <th scope="col">{say('compare.kind')}</th>
              <th scope="col">{say('compare.before')}</th>
              <th scope="col">{say('compare.after')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((change, index) => (
              <ChangeRow key={index} change={change} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > most && (
        <Button look="quiet" onClick={() => setMost(rows.length)}>
          {say('compare.showAll', { n: rows.length })}
        </Button>
      )}
      {omitted > 0 && <p className={style.note}>{say('compare.omitted', { n: omitted })}</p>}
    </>
  )
}

function ChangeRow({ change }: { change: Change }) {
  const say = useSideBySideWords()
  const { kind, path, from, before, after } = change
  return (
    <tr>
      <th scope="row">
        <PathText path={path === '' ? '/' : path} />
        {from !== undefined && (
          <span className={style.from}>
            {say('compare.from')} <PathText path={from} />
          </span>
        )}
      </th>
      <td>
        <Badge tone={tones[kind]}>{say(`compare.${kind}`)}</Badge>
      </td>
      <td data-head={say('compare.before')}>{kind !== 'added' && <ValueText text={before} />}</td>
      <td data-head={say('compare.after')}>
        {kind !== 'removed' && kind !== 'moved' && <ValueText text={after} />}
      </td>
    </tr>
  )
}
