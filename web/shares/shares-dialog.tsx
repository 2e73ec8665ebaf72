import { useCallback, useEffect, useState } from 'react'
import type { Share } from '../../shared/share/share.ts'
import type { BinSession } from '../model/bin-session.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { useShareWords } from '../words/shares/use-share-words.ts'
import { useWords } from '../words/use-words.ts'
import { NewShare } from './new-share.tsx'
import { ShareItem } from './share-item.tsx'
import style from './shares.module.css'

type SharesDialogProps = { session: BinSession; onClose: () => void }

/** The links to a bin: made at a click, listed with their last use, revoked. */
export function SharesDialog({ session, onClose }: SharesDialogProps) {
  const { t } = useWords()
  const say = useShareWords()
  const { shares, failure, refresh } = useShares(session)
  return (
    <Dialog title={say('share.title')} closeLabel={t('close')} size="large" onClose={onClose}>
      <DialogBody>
        <p className={style.lead}>{say('share.lead')}</p>
        <NewShare session={session} onMade={refresh} />
        <h3>{say('share.list')}</h3>
        {failure !== null && <p role="alert">{say('share.failed', { reason: failure })}</p>}
        {shares?.length === 0 && <p className={style.lead}>{say('share.none')}</p>}
        <ul className={style.list}>
          {shares?.map((share) => (
            <ShareItem key={share.id} session={session} share={share} onRevoked={refresh} />
          ))}
        </ul>
      </DialogBody>
    </Dialog>
  )
}

type Read = { shares: readonly Share[] | null; failure: string | null }

function useShares(session: BinSession) {
  const { client } = useServices()
  const [read, setRead] = useState<Read>({ shares: null, failure: null })
  const load = useCallback(async (): Promise<Read> => {
    const key = session.key() ?? ''
    try {
      const { shares } = await client('listShares', { params: { id: session.id }, key })
      return { shares: shares.toReversed(), failure: null }
    } catch (error) {
      return { shares: null, failure: problemOf(error).message }
    }
  }, [client, session])
  useEffect(() => {
    let isOpen = true
    const show = async () => {
      const next = await load()
      if (isOpen) setRead(next)
    }
    void show()
    return () => {
      isOpen = false
    }
  }, [load])
  return { ...read, refresh: async () => setRead(await load()) }
}
