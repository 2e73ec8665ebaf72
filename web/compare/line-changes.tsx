import { useState } from 'react'
import type { LineChange } from '../../shared/compare/compare-lines.ts'
import { Button } from '../ui/button.tsx'
import { useSideBySideWords } from '../words/side-by-side/use-side-by-side-words.ts'
import { ValueText } from './value-text.tsx'
import style from './compare.module.css'

const shownAtFirst = 500
const signs = { same: ' ', removed: '−', added: '+' } as const

/** The differences of two texts, line by line. */
export function LineChanges({ lines }: { lines: readonly LineChange[] }) {
  const say = useSideBySideWords()
  const [most, setMost] = useState(shownAtFirst)
  if (lines.length === 0) return <p className={style.note}>{say('compare.sameLines')}</p>
  return (
    <>
      <ul className={style.lines} aria-label={say('compare.body')}>
        {lines.slice(0, most).map(({ kind, text }, index) => (
          <li key={index} className={style[kind]}>
            <span aria-hidden="true">{signs[kind]} </span>
            {kind !== 'same' && <span className="unseen">{say(`compare.${kind}`)}: </span>}
            <ValueText text={text} />
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <Button look="quiet" onClick={() => setMost(most * 10)}>
          {say('compare.showAll', { n: lines.length })}
        </Button>
      )}
    </>
  )
}
