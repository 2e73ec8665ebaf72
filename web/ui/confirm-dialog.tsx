import { useState } from 'react'
import { Button } from './button.tsx'
import { Dialog, DialogActions, DialogBody } from './dialog.tsx'

type ConfirmDialogProps = {
  title: string
  text: string
  confirm: string
  cancel: string
  closeLabel: string
  onConfirm: () => Promise<void>
  onClose: () => void
}

/** Asks before something is gone for good. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    await props.onConfirm()
    props.onClose()
  }
  return (
    <Dialog title={props.title} closeLabel={props.closeLabel} onClose={props.onClose}>
      <DialogBody>
        <p>{props.text}</p>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{props.cancel}</Button>
        <Button look="danger" disabled={busy} onClick={() => void confirm()}>
          {props.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
