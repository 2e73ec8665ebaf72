import { useState } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { IconButton } from '../ui/button.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { useWords } from '../words/use-words.ts'

const ReplayDialog = onDemand(async () => (await import('./replay-dialog.tsx')).ReplayDialog)

/** Sends a captured request again, by way of a dialog that is fetched when it is first opened. */
export function ReplayButton(props: { session: BinSession; request: RequestDetail }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton icon="send" label={t('sendingMenu.replay')} onClick={() => setOpen(true)} />
      {open && <ReplayDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
