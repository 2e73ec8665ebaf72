import { useState } from 'react'
import type { OwnShape } from '../../shared/own-shape/own-shape.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { useFollowed } from '../shell/use-followed.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { ShapeDialog } from './shape-dialog.tsx'
import { formOf, type ShapeInput } from './shape-form.ts'
import { ShapeItem } from './shape-item.tsx'
import { useShapeCalls } from './use-shape-calls.ts'
import style from './shapes.module.css'

/** Milliseconds after a change of a shape until the list is read again. */
const soon = 50

type ShapesDialogProps = { session: BinSession; onClose: () => void }

/** The shapes of a bin; its owner changes and removes them. */
export function ShapesDialog({ session, onClose }: ShapesDialogProps) {
  const { notices } = useServices()
  const { t } = useSeenWords()
  const calls = useShapeCalls(session)
  const { value: shapes, failure } = useFollowed(session, calls.list, soon)
  const [edited, setEdited] = useState<OwnShape | null>(null)
  if (edited) {
    const save = async (input: ShapeInput) => {
      await calls.change(edited.id, input)
      notices.show({ tone: 'good', text: t('shapes.saved') })
    }
    return (
      <ShapeDialog
        isNew={false}
        first={formOf(edited)}
        onSave={save}
        onClose={() => setEdited(null)}
      />
    )
  }
  return (
    <Dialog title={t('shapes.title')} closeLabel={t('close')} size="large" onClose={onClose}>
      <DialogBody>
        <p className={style.lead}>{t('shapes.lead')}</p>
        {failure !== null && <p role="alert">{t('shapes.failed', { reason: failure })}</p>}
        {shapes === null && failure === null && <output>{t('shapes.loading')}</output>}
        {shapes?.length === 0 && <output>{t('shapes.none')}</output>}
        <ul className={style.list}>
          {shapes?.map((shape) => (
            <ShapeItem
              key={shape.id}
              session={session}
              shape={shape}
              onEdit={() => setEdited(shape)}
            />
          ))}
        </ul>
      </DialogBody>
    </Dialog>
  )
}
