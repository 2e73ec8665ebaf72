import { useState, type SubmitEvent } from 'react'
import { ApiProblem } from '../../shared/client.ts'
import { visibleText } from '../json/visible.ts'
import { problemOf } from '../model/problems.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/dialog.tsx'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import {
  fieldOf,
  readForm,
  type ShapeError,
  type ShapeForm,
  type ShapeInput,
} from './shape-form.ts'
import { ShapeFields } from './shape-fields.tsx'

type ShapeDialogProps = {
  /** Whether the shape is made of a request; else one is changed. */
  isNew: boolean
  first: ShapeForm
  /** Throws what the client throws: it is said at the field that it is about. */
  onSave: (input: ShapeInput) => Promise<void>
  onClose: () => void
}

/** Writes a shape of a bin: its name, which requests it is for, and their schema. */
export function ShapeDialog({ isNew, first, onSave, onClose }: ShapeDialogProps) {
  const { t } = useSeenWords()
  const [form, setForm] = useState(first)
  const [error, setError] = useState<ShapeError | null>(null)

  const save = async () => {
    const read = readForm(form)
    if ('fault' in read) {
      const { isJson, reason } = read.fault
      const text = isJson ? t('shapes.notObject') : t('shapes.notJson', { reason })
      return setError({ field: 'schema', text: visibleText(text) })
    }
    try {
      await onSave(read.input)
      onClose()
    } catch (thrown) {
      const field = thrown instanceof ApiProblem ? fieldOf(thrown.problem) : null
      setError({ field, text: visibleText(problemOf(thrown).message) })
    }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save()
  }
  const title = t(isNew ? 'shapes.expectTitle' : 'shapes.editTitle')
  return (
    <Dialog title={title} closeLabel={t('close')} size="large" onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <ShapeFields
            form={form}
            error={error}
            isNew={isNew}
            onChange={(change) => setForm((last) => ({ ...last, ...change }))}
          />
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
