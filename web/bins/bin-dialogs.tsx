import { Suspense } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../services.ts'
import { lazyView } from '../ui/lazy-view.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useActions } from '../use-actions.ts'
import { useWords } from '../words/use-words.ts'

const ReplyDialog = lazyView(async () => (await import('./reply-dialog.tsx')).ReplyDialog)
const SettingsDialog = lazyView(async () => (await import('./settings-dialog.tsx')).SettingsDialog)
const ShapesDialog = lazyView(
  async () => (await import('../shapes/shapes-dialog.tsx')).ShapesDialog,
)
const SenderDialog = lazyView(
  async () => (await import('../sending/sender-dialog.tsx')).SenderDialog,
)
const ForwardDialog = lazyView(
  async () => (await import('../sending/forward-dialog.tsx')).ForwardDialog,
)
const RetryLab = lazyView(async () => (await import('../deliveries/retry-lab.tsx')).RetryLab)

const SharesDialog = lazyView(
  async () => (await import('../shares/shares-dialog.tsx')).SharesDialog,
)

export type BinDialogName =
  | 'shares'
  | 'sender'
  | 'forward'
  | 'retry'
  | 'reply'
  | 'settings'
  | 'shapes'
  | 'delete'

type BinDialogsProps = { session: BinSession; name: BinDialogName; onClose: () => void }

/** The dialog of a bin that is open, if one is. */
export function BinDialogs(props: BinDialogsProps) {
  return (
    <Suspense>
      <OpenDialog {...props} />
    </Suspense>
  )
}

function OpenDialog({ session, name, onClose }: BinDialogsProps) {
  switch (name) {
    case 'shares':
      return <SharesDialog session={session} onClose={onClose} />
    case 'reply':
      return <ReplyDialog session={session} onClose={onClose} />
    case 'sender':
      return <SenderDialog session={session} onClose={onClose} />
    case 'forward':
      return <ForwardDialog session={session} onClose={onClose} />
    case 'retry':
      return <RetryLab session={session} onClose={onClose} />
    case 'settings':
      return <SettingsDialog session={session} onClose={onClose} />
    case 'shapes':
      return <ShapesDialog session={session} onClose={onClose} />
    case 'delete':
      return <DeleteBinDialog session={session} onClose={onClose} />
  }
}

type DialogProps = { session: BinSession; onClose: () => void }

function DeleteBinDialog({ session, onClose }: DialogProps) {
  const { router, recent } = useServices()
  const { t } = useWords()
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
