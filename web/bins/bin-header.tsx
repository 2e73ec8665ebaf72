import type { Bin } from '../../shared/bin.ts'
import type { BinSession } from '../model/bin-session.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import type { BinDialogName } from './dialog-name.ts'
import { ConnectionStatus } from './connection-status.tsx'
import style from './bin-header.module.css'

const OthersButton = onDemand(async () => (await import('./others-button.tsx')).OthersButton)
const BinMenu = onDemand(async () => (await import('./bin-menu.tsx')).BinMenu)
const SendMenu = onDemand(async () => (await import('./send-menu.tsx')).SendMenu)

type BinHeaderProps = {
  session: BinSession
  onDialog: (name: BinDialogName) => void
  onHelp: () => void
  onPalette: () => void
}

/** What a bin is called, where to send to, whether it is live, and what can be done with it. */
export function BinHeader({ session, onDialog, ...more }: BinHeaderProps) {
  const { t } = useWords()
  const bin = usePart(session.state, ({ bin }) => bin)
  if (!bin) return null
  const isOwner = session.key() !== undefined
  const copied = { done: t('copied'), failed: t('copyFailed') }
  return (
    <TopBar
      actions={
        <>
          <OthersButton session={session} onOpen={() => onDialog('others')} />
          {isOwner && <SendMenu session={session} />}
          <span className={style.wide}>{isOwner && <OwnerButtons onDialog={onDialog} />}</span>
          <BinMenu session={session} onDialog={onDialog} {...more} />
        </>
      }
    >
      <h1 className={isNamed(bin) ? style.name : 'unseen'} title={bin.name}>
        {bin.name || bin.id}
      </h1>
      {!isOwner && <Badge tone="plain">{t('bin.readOnly')}</Badge>}
      {bin.captureUrl !== '' && (
        <div className={style.url}>
          <code className={style.address}>{bin.captureUrl}</code>
          <CopyButton text={bin.captureUrl} label={t('bin.copyUrl')} {...copied} />
        </div>
      )}
      <ConnectionStatus session={session} />
    </TopBar>
  )
}

function OwnerButtons({ onDialog }: { onDialog: (name: BinDialogName) => void }) {
  const { t } = useWords()
  return (
    <>
      <Button icon="link" onClick={() => onDialog('shares')}>
        {t('bin.share')}
      </Button>
      <Button icon="reply" onClick={() => onDialog('reply')}>
        {t('bin.reply')}
      </Button>
      <IconButton icon="gear" label={t('bin.settings')} onClick={() => onDialog('settings')} />
    </>
  )
}

/** A bin that was given no name bears its id, which stands in the address already. */
function isNamed({ id, name }: Bin): boolean {
  return name !== '' && name !== id
}
