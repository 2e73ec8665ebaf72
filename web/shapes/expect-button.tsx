import { useState } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { ShapeDialog } from './shape-dialog.tsx'
import { draftForm, isExpectable, type ShapeInput } from './shape-form.ts'
import { useShapeCalls } from './use-shape-calls.ts'

type ExpectButtonProps = { session: BinSession; request: RequestDetail }

/** Makes a shape of what no document describes; nothing for other requests, and other people. */
export function ExpectButton({ session, request }: ExpectButtonProps) {
  const { notices } = useServices()
  const { t } = useSeenWords()
  const calls = useShapeCalls(session)
  const [open, setOpen] = useState(false)
  const isOffered = session.key() !== undefined && isExpectable(request)
  // An open dialog stays, should the request be judged by another shape meanwhile.
  if (!isOffered && !open) return null
  const save = async (input: ShapeInput) => {
    const { name } = await calls.create(input, request.seq)
    notices.show({ tone: 'good', text: t('shapes.created', { name }) })
  }
  return (
    <div>
      <Button icon="shield" onClick={() => setOpen(true)}>
        {t('shapes.expect')}
      </Button>
      {open && (
        <ShapeDialog
          isNew
          first={draftForm(request)}
          onSave={save}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
