import type { RequestDetail } from '../../shared/request.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useViewWords } from '../words/views/use-view-words.ts'
import { PairsTable, type Pair } from './pairs-table.tsx'
import style from './tabs.module.css'

/** What the sender was answered, and how long each part took. */
export function ReplyTab({ request }: { request: RequestDetail }) {
  const { t, format } = useViewWords()
  const { reply, receivedAt, completedAt, httpVersion, peer } = request
  const taken = Date.parse(completedAt) - Date.parse(receivedAt)
  const given: Pair[] = [
    [t('reply.given'), t(`outcome.${reply.outcome}`)],
    [t('reply.status'), reply.status === null ? t('reply.noStatus') : String(reply.status)],
    [t('reply.heldBack'), format.duration(reply.delay)],
  ]
  const timing: Pair[] = [
    [t('timing.first'), receivedAt],
    [t('timing.last'), completedAt],
    [t('timing.taken'), format.duration(taken)],
    [t('timing.version'), `HTTP/${httpVersion}`],
    [t('timing.peer'), `${peer.address} · ${peer.port}`],
  ]
  const heads = [t('headers.name'), t('headers.value')] as const
  return (
    <ScrollRegion className={style.scroll} label={t('tab.reply')}>
      <h3 className={style.heading}>{t('reply.heading')}</h3>
      <PairsTable label={t('reply.heading')} heads={heads} pairs={given} />
      <h3 className={style.heading}>{t('timing.heading')}</h3>
      <PairsTable label={t('timing.heading')} heads={heads} pairs={timing} />
    </ScrollRegion>
  )
}
