import type { BinSession } from '../model/bin-session.ts'
import { comparing, noView, type BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useStore } from '../ui/use-store.ts'
import { useDelete } from '../shell/use-delete.ts'
import { useSaveHar } from '../shell/use-save-har.ts'
import { useWords } from '../words/use-words.ts'

type SelectionActionsProps = { session: BinSession; route: BinRoute }

/** What can be done with the selected requests. */
export function SelectionActions({ session, route }: SelectionActionsProps) {
  const { t } = useWords()
  const remove = useDelete(session)
  const { seqs } = useStore(session.selection)
  const { router } = useServices()
  const saveHar = useSaveHar(session)
  const expect = () =>
    router.go({ ...route, ...noView, seq: null, scenarios: `new:${seqs.join()}` })
  return (
    <>
      {seqs.length > 1 && (
        <Button
          look="quiet"
          shrinks
          icon="columns"
          onClick={() => router.go(comparing(route, seqs))}
        >
          {t('selection.compare')}
        </Button>
      )}
      <Button look="quiet" shrinks icon="download" onClick={() => saveHar(seqs)}>
        HAR
      </Button>
      {remove && (
        <Button look="quiet" shrinks icon="circleCheck" onClick={expect}>
          {t('scenarios.again')}
        </Button>
      )}
      {remove && (
        <Button look="quiet" shrinks icon="trash" onClick={() => remove.requests(seqs)}>
          {t('selection.delete')}
        </Button>
      )}
    </>
  )
}
