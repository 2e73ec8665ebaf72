import type { ReactNode } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { IconButton } from '../ui/button.tsx'
import { useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import style from './selection-bar.module.css'

type SelectionBarProps = {
  session: BinSession
  /** What can be done with the selected requests. */
  actions: ReactNode
}

/** How many requests are selected, and what can be done with them. */
export function SelectionBar({ session, actions }: SelectionBarProps) {
  const { t } = useWords()
  const { seqs } = useStore(session.selection)
  if (seqs.length === 0) return null
  return (
    <div className={style.bar} role="toolbar" aria-label={t('selection.label')}>
      <output className={style.count}>{t('selection.count', { n: seqs.length })}</output>
      {actions}
      <IconButton
        icon="close"
        label={t('selection.clear')}
        onClick={() => session.selection.clear()}
      />
    </div>
  )
}
