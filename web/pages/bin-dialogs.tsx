import type { BinSession } from '../model/bin-session.ts'
import type { BinDialogName } from '../bins/dialog-name.ts'
import { onDemand } from '../ui/on-demand.tsx'

const ReplyDialog = onDemand(async () => (await import('../bins/reply-dialog.tsx')).ReplyDialog)
const SettingsDialog = onDemand(
  async () => (await import('../bins/settings-dialog.tsx')).SettingsDialog,
)
const ShapesDialog = onDemand(
  async () => (await import('../shapes/shapes-dialog.tsx')).ShapesDialog,
)
const SenderDialog = onDemand(
  async () => (await import('../sending/sender-dialog.tsx')).SenderDialog,
)
const ForwardDialog = onDemand(
  async () => (await import('../sending/forward-dialog.tsx')).ForwardDialog,
)
const DeleteBinDialog = onDemand(
  async () => (await import('../bins/delete-bin-dialog.tsx')).DeleteBinDialog,
)
const RetryLab = onDemand(async () => (await import('../deliveries/retry-lab.tsx')).RetryLab)
const OthersDialog = onDemand(async () => (await import('../bins/others-dialog.tsx')).OthersDialog)
const SharesDialog = onDemand(
  async () => (await import('../shares/shares-dialog.tsx')).SharesDialog,
)

type BinDialogsProps = { session: BinSession; name: BinDialogName; onClose: () => void }

/** The dialog of a bin that is open, if one is. */
export function BinDialogs({ session, name, onClose }: BinDialogsProps) {
  switch (name) {
    case 'others':
      return <OthersDialog session={session} onClose={onClose} />
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
