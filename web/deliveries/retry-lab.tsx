import type { BinSession } from '../model/bin-session.ts'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { RetryReport } from './retry-report.tsx'
import { RetrySteps } from './retry-steps.tsx'
import { useDeliveries } from './use-deliveries.ts'
import style from './retry.module.css'

type RetryLabProps = { session: BinSession; onClose: () => void }

/** Lets a bin fail in turn, and tells how its sender tried again. */
export function RetryLab({ session, onClose }: RetryLabProps) {
  const t = useSendingWords()
  const { t: page } = useSeenWords()
  const { deliveries } = useDeliveries()
  return (
    <Dialog title={t('retry.title')} closeLabel={page('close')} size="large" onClose={onClose}>
      <DialogBody>
        <p className={style.quiet}>{t('retry.lead')}</p>
        <RetrySteps session={session} />
        <section className={style.section} aria-labelledby="retry-report">
          <h3 id="retry-report">{t('retry.report')}</h3>
          {deliveries.length === 0 && <p className={style.quiet}>{t('retry.noReport')}</p>}
          {deliveries.slice(0, 20).map((delivery) => (
            <RetryReport
              key={`${delivery.kind} ${delivery.key}`}
              bin={session.id}
              delivery={delivery}
              onOpen={onClose}
            />
          ))}
        </section>
      </DialogBody>
    </Dialog>
  )
}
