import { useState } from 'react'
import type { LineChange } from '../../shared/compare/compare-lines.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/use-words.ts'
import { ValueText } from './value-text.tsx'
import style from './compare.module.css'

const shownAtFirst = 500
const signs = { same: ' ', removed: '−', added: '+' } as const

/** The differences of two texts, line by line. */
export function LineChanges({ lines }: { lines: readonly LineChange[] }) {
  const { t } = useWords()
  const [most, setMost] = useState(shownAtFirst)
  if (lines.length === 0) return <p className={style.note}>{t('compare.sameLines')}</p>
  return (
    <>
      <ul className={style.lines} aria-label={t('compare.body')}>
        {lines.slice(0, most).map(({ kind, text }, index) => (
          <li key={index} className={style[kind]}>
            <span aria-hidden="true">{signs[kind]} </span>
            {kind !== 'same' && <span className="unseen">{t(`compare.${kind}`)}: </span>}
            <ValueText text={text} />
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <Button look="quiet" onClick={() => setMost(most * 10)}>
          {t('compare.showAll', { n: lines.length })}
        </Button>
      )}
    </>
  )
}
