import { useState, type SubmitEvent } from 'react'
import { defaultReply } from '../../shared/bin.ts'
import type { BinSession } from '../model/bin-session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/dialog.tsx'
import { usePart } from '../ui/use-store.ts'
import { useActions } from '../shell/use-actions.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import { ReplyFields } from './reply-fields.tsx'
import { readForm, toForm, type ReplyFormErrors } from './reply-form.ts'

/** What the bin answers to its senders. */
export function ReplyDialog({ session, onClose }: { session: BinSession; onClose: () => void }) {
  const { t } = useBinWords()
  const { actions, run } = useActions(session)
  const reply = usePart(session.state, ({ bin }) => bin?.reply ?? defaultReply)
  const [form, setForm] = useState(() => toForm(reply))
  const [errors, setErrors] = useState<ReplyFormErrors>({})

  const save = async () => {
    const read = readForm(form)
    setErrors(read.errors ?? {})
    if (!actions || !read.reply) return
    if (await run(actions.changeBin({ reply: read.reply }), t('reply.saved'))) onClose()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Dialog title={t('reply.title')} closeLabel={t('close')} size="large" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <DialogBody>
          <p>{t('reply.lead')}</p>
          <ReplyFields
            form={form}
            errors={errors}
            onChange={(change) => setForm((last) => ({ ...last, ...change }))}
          />
          <SequenceState session={session} />
        </DialogBody>
        <DialogActions>
          <Button look="quiet" onClick={() => setForm(toForm(defaultReply))}>
            {t('reply.reset')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** How far the sequence has been used, with a way to begin it anew. */
function SequenceState({ session }: { session: BinSession }) {
  const { t } = useBinWords()
  const { actions, run } = useActions(session)
  const step = usePart(session.state, ({ bin }) => bin?.replyStep ?? 0)
  const length = usePart(session.state, ({ bin }) => bin?.reply.sequence.length ?? 0)
  if (length === 0 || !actions) return null
  return (
    <p>
      {t('reply.step', { n: Math.min(step, length), of: length })}{' '}
      <Button disabled={step === 0} onClick={() => void run(actions.restartReply())}>
        {t('reply.restart')}
      </Button>
    </p>
  )
}
