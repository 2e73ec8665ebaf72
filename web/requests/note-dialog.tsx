import { useState, type SubmitEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/dialog.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { useWords } from '../words/use-words.ts'

type NoteDialogProps = {
  note: string
  /** @returns whether it was kept */
  onSave: (note: string) => Promise<boolean>
  onClose: () => void
}

/** A note on a request, seen by everyone who sees the bin. */
export function NoteDialog({ note, onSave, onClose }: NoteDialogProps) {
  const { t } = useWords()
  const [text, setText] = useState(note)
  const save = async () => {
    if (await onSave(text.trim())) onClose()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Dialog title={t('note.title')} closeLabel={t('close')} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <Field label={t('note.label')} hint={t('note.hint')}>
            {(control) => (
              <TextArea
                {...control}
                rows={5}
                maxLength={10_000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
