import type { Share } from '../../shared/share/share.ts'
import { visibleText } from '../json/visible.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useNow } from '../ui/use-now.ts'
import { useActions } from '../shell/use-actions.ts'
import { useWords } from '../words/use-words.ts'
import style from './shares.module.css'

type ShareItemProps = { session: BinSession; share: Share; onRevoked: () => Promise<void> }

/** One link: for whom, what it shows, how long, when it was used, and its end at a click. */
export function ShareItem({ session, share, onRevoked }: ShareItemProps) {
  const { client } = useServices()
  const { t } = useWords()
  const { run } = useActions(session)
  const name = visibleText(share.name) || t('share.unnamed', { id: share.id.slice(0, 4) })
  const revoke = async () => {
    const params = { id: session.id, share: share.id }
    const call = client('deleteShare', { params, key: session.key() ?? '' })
    if (await run(call, t('share.revoked', { name }))) await onRevoked()
  }
  return (
    <li className={style.item}>
      <div className={style.about}>
        <strong>{name}</strong>
        <Facts share={share} />
      </div>
      <Button
        look="danger"
        aria-label={t('share.revokeNamed', { name })}
        onClick={() => void revoke()}
      >
        {t('share.revoke')}
      </Button>
    </li>
  )
}

function Facts({ share }: { share: Share }) {
  const { t, format } = useWords()
  const now = useNow(10_000)
  const { expiresAt, lastUsedAt, scope } = share
  const facts = [
    scope.kind === 'view' ? t('share.scope.view', { q: visibleText(scope.q) }) : '',
    scope.kind === 'request' ? t('share.scope.request', { seq: scope.seq }) : '',
    scope.kind === 'scenario' ? t('share.scope.scenario') : '',
    expiresAt === null
      ? t('share.endless')
      : t('share.until', { time: format.clock(expiresAt, now) }),
    lastUsedAt === null
      ? t('share.unused')
      : t('share.used', { time: format.ago(lastUsedAt, now) }),
    t(share.mask ? 'share.masked' : 'share.unmasked'),
    share.hasPassword ? t('share.locked') : '',
  ]
  return <span className={style.facts}>{facts.filter(Boolean).join(' · ')}</span>
}
