import { Suspense, useState } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { IconButton } from '../ui/button.tsx'
import { lazyView } from '../ui/lazy-view.ts'
import { useWords } from '../words/use-words.ts'

const ReplayDialog = lazyView(async () => (await import('./replay-dialog.tsx')).ReplayDialog)

/** Sends a captured request again, by way of a dialog that is fetched when it is first opened. */
export function ReplayButton(props: { session: BinSession; request: RequestDetail }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton icon="send" label={t('sendingMenu.replay')} onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <ReplayDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
