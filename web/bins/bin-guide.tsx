import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { usePart } from '../ui/use-store.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import { BinCounts } from './bin-counts.tsx'
import { ReadyCommands } from './ready-commands.tsx'
import { useSend } from './use-send.ts'
import { WhyNothing } from './why-nothing.tsx'
import style from './bin-guide.module.css'

/** How to send to a bin: its address, an event at a click, ready commands, and what may be amiss. */
export function BinGuide({ session, isEmpty }: { session: BinSession; isEmpty: boolean }) {
  const { t } = useBinWords()
  const { isShared } = useServices()
  const url = usePart(session.state, ({ bin }) => bin?.captureUrl ?? '')
  if (isShared) return <SharedGuide isEmpty={isEmpty} />
  return (
    <div className={style.guide}>
      <section className={style.column} aria-labelledby="guide-title">
        <h2 id="guide-title" className={style.title}>
          {t(isEmpty ? 'guide.empty' : 'guide.title')}
        </h2>
        <p className={style.lead}>{t(isEmpty ? 'guide.empty.lead' : 'guide.lead')}</p>
        <div className={style.url}>
          <code className={style.address}>{url}</code>
          <CopyButton
            text={url}
            label={t('bin.copyUrl')}
            done={t('copied')}
            failed={t('copyFailed')}
            look="primary"
          >
            {t('guide.copyUrl')}
          </CopyButton>
        </div>
        {session.key() !== undefined && <SendOptIn session={session} />}
        <ReadyCommands url={url} />
        <WhyNothing session={session} />
        {!isEmpty && <BinCounts session={session} />}
      </section>
    </div>
  )
}

/** Viewers of a share are not told where to send to. */
function SharedGuide({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useBinWords()
  return (
    <div className={style.guide}>
      <section className={style.column} aria-labelledby="guide-title">
        <h2 id="guide-title" className={style.title}>
          {t(isEmpty ? 'guide.empty' : 'share.guide')}
        </h2>
        <p className={style.lead}>{t('share.guide.lead')}</p>
      </section>
    </div>
  )
}

/** The first thing to try: one click, and a documented event is there. */
function SendOptIn({ session }: { session: BinSession }) {
  const { t } = useBinWords()
  const send = useSend(session)
  return (
    <div className={style.send}>
      <Button icon="send" onClick={() => void send('funnel-step-form-subscribed')}>
        {t('guide.sendOptIn')}
      </Button>
      <span>{t('guide.sendOthers')}</span>
    </div>
  )
}
