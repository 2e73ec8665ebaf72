import type { Fold } from '../model/folds.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/use-words.ts'
import style from './request-row.module.css'

/** How many attempts came before the one above, and the way to them. */
export function FoldLine({ fold, onToggle }: { fold: Fold; onToggle: () => void }) {
  const { t } = useWords()
  return (
    <button type="button" className={style.fold} aria-expanded={fold.isOpen} onClick={onToggle}>
      <Icon name={fold.isOpen ? 'chevronDown' : 'chevronRight'} size={12} />
      {t('list.earlier', { n: fold.earlier.length })}
    </button>
  )
}
