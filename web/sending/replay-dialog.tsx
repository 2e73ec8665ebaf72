import { useState, type SubmitEvent } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import type { Sending } from '../../shared/sending.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/dialog.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { useWords } from '../words/use-words.ts'
import { Failure } from './failure.tsx'
import { ReplayFields } from './replay-fields.tsx'
import { readReplayForm, toReplayForm } from './replay-form.ts'
import { SendingItem } from './sending-item.tsx'
import { TargetFields, targetInput, toBin } from './target-fields.tsx'
import { useCall } from './use-call.ts'
import { useSendings } from './use-sendings.ts'
import style from './sending.module.css'

type ReplayDialogProps = { session: BinSession; request: RequestDetail; onClose: () => void }

/** Sends a captured request again: as it came, or edited. */
export function ReplayDialog({ session, request, onClose }: ReplayDialogProps) {
  const t = useSendingWords()
  const { t: page } = useWords()
  const { client } = useServices()
  const { call, failure } = useCall()
  const { state } = useSendings(session)
  const [first] = useState(() => toReplayForm(request))
  const [form, setForm] = useState(first)
  const [target, setTarget] = useState(toBin)
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const [busy, setBusy] = useState(false)
  const { edits, badHeader } = readReplayForm(form, first)
  const { seq } = request

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!edits) return
    setBusy(true)
    const body = { ...targetInput(target), edits }
    await call(async () => {
      const params = { id: session.id, seq }
      const sending = await client('replayRequest', { params, body, key: session.key() })
      setSendings((last) => [sending, ...last].slice(0, 20))
    })
    setBusy(false)
  }
  return (
    <Dialog
      title={t('replay.title', { seq: String(seq) })}
      closeLabel={page('close')}
      size="large"
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DialogBody>
          <p className={style.lead}>{t('replay.lead')}</p>
          <Failure text={failure} />
          <ul className={style.list} aria-live="polite">
            {sendings.map((sending) => (
              <SendingItem key={sending.id} bin={session.id} sending={sending} onOpen={onClose} />
            ))}
          </ul>
          <TargetFields
            targets={state?.targets}
            form={target}
            onChange={setTarget}
            asksCredentials
          />
          <ReplayFields form={form} onChange={setForm} badHeader={badHeader} />
        </DialogBody>
        <DialogActions>
          <Button look="quiet" onClick={() => setForm(first)}>
            {t('replay.reset')}
          </Button>
          <Button onClick={onClose}>{page('close')}</Button>
          <Button type="submit" look="primary" icon="send" disabled={busy || !edits}>
            {t('send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
