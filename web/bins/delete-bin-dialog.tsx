import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { useActions } from '../shell/use-actions.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useBinWords } from '../words/bin/use-bin-words.ts'

type DeleteBinDialogProps = { session: BinSession; onClose: () => void }

/** Asks before a bin goes with everything in it. */
export function DeleteBinDialog({ session, onClose }: DeleteBinDialogProps) {
  const { router, recent } = useServices()
  const { t } = useBinWords()
  const { actions, run } = useActions(session)
  const remove = async () => {
    if (!actions || !(await run(actions.deleteBin(), t('deleteBin.done')))) return
    recent.forget(session.id)
    router.go({ page: 'home' })
  }
  return (
    <ConfirmDialog
      title={t('deleteBin.title')}
      text={t('deleteBin.text')}
      confirm={t('deleteBin.confirm')}
      cancel={t('cancel')}
      closeLabel={t('close')}
      onConfirm={remove}
      onClose={onClose}
    />
  )
}
