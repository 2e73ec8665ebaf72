import type { BinSession } from '../model/bin-session.ts'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { useWords } from '../words/use-words.ts'
import { ForwardSection } from './forward-section.tsx'
import { PlaybackSection } from './playback-section.tsx'
import { SendingItem } from './sending-item.tsx'
import { useSendings } from './use-sendings.ts'
import style from './sending.module.css'

type ForwardDialogProps = { session: BinSession; onClose: () => void }

/** The rule that sends every request on, playbacks, and what was sent lately. */
export function ForwardDialog({ session, onClose }: ForwardDialogProps) {
  const t = useSendingWords()
  const { t: page } = useWords()
  const { state, failure, refresh } = useSendings(session)
  return (
    <Dialog title={t('forward.title')} closeLabel={page('close')} size="large" onClose={onClose}>
      <DialogBody>
        {failure !== null && <p role="alert">{t('failed', { reason: failure })}</p>}
        {state === null && failure === null && <output>{t('loading')}</output>}
        {state && <ForwardSection session={session} state={state} onChanged={refresh} />}
        {state && <PlaybackSection session={session} state={state} onChanged={refresh} />}
        {state && (
          <section className={style.section} aria-labelledby="sendings-title">
            <h3 id="sendings-title">{t('sendings.title')}</h3>
            {state.sendings.length === 0 && <p className={style.quiet}>{t('sendings.none')}</p>}
            <ul className={style.list}>
              {state.sendings.slice(0, 50).map((sending) => (
                <SendingItem key={sending.id} bin={session.id} sending={sending} onOpen={onClose} />
              ))}
            </ul>
          </section>
        )}
      </DialogBody>
    </Dialog>
  )
}
