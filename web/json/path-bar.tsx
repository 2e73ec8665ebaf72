import type { ReactNode } from 'react'
import type { JsonDocument } from '../../shared/json/document.ts'
import type { Lines } from '../../shared/json/layout.ts'
import { lineAt } from '../../shared/json/line.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { useBodyWords } from '../words/body/use-body-words.ts'
import { useWords } from '../words/use-words.ts'
import { pointerOf } from '../../shared/json/pointer.ts'
import { jqPathOf, pathOf, valueText } from './path.ts'
import { visibleText } from './visible.ts'
import style from './path-bar.module.css'

type PathBarProps = {
  doc: JsonDocument
  lines: Lines
  line: number | null
  /** How the requests are found that have a value too. */
  renderFilters: (node: number) => ReactNode
}

/** Where the current line stands, and its value and path to be copied. */
export function PathBar({ doc, lines, line, renderFilters }: PathBarProps) {
  const { t } = useWords()
  const say = useBodyWords()
  const node = line === null || line >= lines.count ? -1 : lineAt(doc, lines, line).node
  if (node < 0) return <div className={style.bar}>{t('json.selectLine')}</div>
  const path = pathOf(doc, node)
  const copied = { done: t('copied'), failed: t('copyFailed'), look: 'quiet' } as const
  return (
    <div className={style.bar}>
      <code className={style.path}>{visibleText(path) || t('json.whole')}</code>
      <span className={style.tools}>
        {renderFilters(node)}
        <CopyButton text={path} label={t('json.copyPath')} {...copied}>
          {t('json.copyPath')}
        </CopyButton>
        <CopyButton text={pointerOf(doc, node)} label={say('json.copyPointer')} {...copied}>
          {say('json.pointer')}
        </CopyButton>
        <CopyButton text={jqPathOf(doc, node)} label={say('json.copyJq')} {...copied}>
          jq
        </CopyButton>
        <CopyButton text={valueText(doc, node)} label={t('json.copyValue')} {...copied}>
          {t('json.copyValue')}
        </CopyButton>
      </span>
    </div>
  )
}
