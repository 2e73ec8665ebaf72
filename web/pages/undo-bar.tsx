import type { BinSession } from '../model/bin-session.ts'
import { Button } from '../ui/button.tsx'
import { useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import style from './undo-bar.module.css'

/** What has just been deleted, and the way back while there is one. */
export function UndoBar({ session }: { session: BinSession }) {
  const { t } = useWords()
  const pending = useStore(session.deletions)
  if (!pending) return null
  const { deleted } = pending
  const text = 'upTo' in deleted ? t('undo.cleared') : t('undo.deleted', { n: deleted.seqs.length })
  return (
    <output className={style.bar}>
      <span>{text}</span>
      <Button icon="undo" onClick={() => session.deletions.undo()}>
        {t('undo')}
      </Button>
    </output>
  )
}
