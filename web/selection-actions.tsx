import type { BinSession } from './model/bin-session.ts'
import type { BinRoute } from './router.ts'
import { Button } from './ui/button.tsx'
import { useStore } from './ui/use-store.ts'
import { useActions } from './use-actions.ts'
import { useSaveHar } from './use-save-har.ts'
import { useWords } from './words/use-words.ts'

type SelectionActionsProps = { session: BinSession; route: BinRoute }

/** What can be done with the selected requests. */
export function SelectionActions({ session }: SelectionActionsProps) {
  const { t } = useWords()
  const { actions, run } = useActions(session)
  const { seqs } = useStore(session.selection)
  const saveHar = useSaveHar(session)
  const remove = () => Promise.all(seqs.map(async (seq) => actions?.remove(seq)))
  return (
    <>
      <Button look="quiet" icon="download" onClick={() => saveHar(seqs)}>
        HAR
      </Button>
      {actions && (
        <Button look="quiet" icon="trash" onClick={() => void run(remove())}>
          {t('selection.delete')}
        </Button>
      )}
    </>
  )
}
