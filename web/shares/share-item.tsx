import type { Share } from '../../shared/share/share.ts'
import { visibleText } from '../json/visible.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useNow } from '../ui/use-now.ts'
import { useActions } from '../shell/use-actions.ts'
import { useShareWords } from '../words/shares/use-share-words.ts'
import { useWords } from '../words/use-words.ts'
import style from './shares.module.css'

type ShareItemProps = { session: BinSession; share: Share; onRevoked: () => Promise<void> }

/** One link: for whom, what it shows, how long, when it was used, and its end at a click. */
export function ShareItem({ session, share, onRevoked }: ShareItemProps) {
  const { client } = useServices()
  const say = useShareWords()
  const { run } = useActions(session)
  const name = visibleText(share.name) || say('share.unnamed', { id: share.id.slice(0, 4) })
  const revoke = async () => {
    const params = { id: session.id, share: share.id }
    const call = client('deleteShare', { params, key: session.key() ?? '' })
    if (await run(call, say('share.revoked', { name }))) await onRevoked()
  }
  return (
    <li className={style.item}>
      <div className={style.about}>
        <strong>{name}</strong>
        <Facts share={share} />
      </div>
      <Button
        look="danger"
        aria-label={say('share.revokeNamed', { name })}
        onClick={() => void revoke()}
      >
        {say('share.revoke')}
      </Button>
    </li>
  )
}

function Facts({ share }: { share: Share }) {
  const { format } = useWords()
  const say = useShareWords()
  const now = useNow(10_000)
  const { expiresAt, lastUsedAt, scope } = share
  const facts = [
    scope.kind === 'view' ? say('share.scope.view', { q: visibleText(scope.q) }) : '',
    scope.kind === 'request' ? say('share.scope.request', { seq: scope.seq }) : '',
    scope.kind === 'scenario' ? say('share.scope.scenario') : '',
    expiresAt === null
      ? say('share.endless')
      : say('share.until', { time: format.clock(expiresAt, now) }),
    lastUsedAt === null
      ? say('share.unused')
      : say('share.used', { time: format.ago(lastUsedAt, now) }),
    say(share.mask ? 'share.masked' : 'share.unmasked'),
    share.hasPassword ? say('share.locked') : '',
  ]
  return <span className={style.facts}>{facts.filter(Boolean).join(' · ')}</span>
}
