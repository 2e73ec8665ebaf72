import { useState, type SubmitEvent } from 'react'
import type { Sending } from '../../shared/sending.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/dialog.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { useWords } from '../words/use-words.ts'
import { EventSelect } from './event-select.tsx'
import { Failure } from './failure.tsx'
import { FieldEdits } from './field-edits.tsx'
import { firstSenderForm, readSenderForm, type SenderForm } from './sender-form.ts'
import { SendingItem } from './sending-item.tsx'
import { TargetFields } from './target-fields.tsx'
import { useCall } from './use-call.ts'
import { useSendings } from './use-sendings.ts'
import { WayChoices } from './way-choices.tsx'
import style from './sending.module.css'

type SenderDialogProps = { session: BinSession; onClose: () => void }

/** Sends any documented event: as it is, changed, or broken on purpose. */
export function SenderDialog({ session, onClose }: SenderDialogProps) {
  const t = useSendingWords()
  const { t: page } = useWords()
  const { client } = useServices()
  const { call, failure } = useCall()
  const { state } = useSendings(session)
  const [form, setForm] = useState<SenderForm>(firstSenderForm)
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const [busy, setBusy] = useState(false)
  const change = (change: Partial<SenderForm>) => setForm((last) => ({ ...last, ...change }))

  const send = async () => {
    const input = { params: { id: session.id }, body: readSenderForm(form), key: session.key() }
    const sent = await client('sendEvent', input)
    setSendings((last) => [...sent.sendings.toReversed(), ...last].slice(0, 20))
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    await call(send)
    setBusy(false)
  }
  return (
    <Dialog title={t('sender.title')} closeLabel={page('close')} size="large" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DialogBody>
          <p className={style.lead}>{t('sender.lead')}</p>
          <Failure text={failure} />
          <ul className={style.list} aria-live="polite">
            {sendings.map((sending) => (
              <SendingItem key={sending.id} bin={session.id} sending={sending} onOpen={onClose} />
            ))}
          </ul>
          <div className={style.pair}>
            <EventSelect value={form.trigger} onChange={(trigger) => change({ trigger })} />
            <TargetFields
              targets={state?.targets}
              form={form.target}
              onChange={(target) => change({ target })}
            />
          </div>
          <FieldEdits fields={form.fields} onChange={(fields) => change({ fields })} />
          <WayChoices form={form} onChange={change} />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{page('close')}</Button>
          <Button type="submit" look="primary" icon="send" disabled={busy}>
            {t('send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
