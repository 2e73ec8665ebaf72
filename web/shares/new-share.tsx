import { useState, type SubmitEvent } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/clipboard.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { useActions } from '../shell/use-actions.ts'
import { useShareWords } from '../words/shares/use-share-words.ts'
import { useWords } from '../words/use-words.ts'
import { firstShareForm, inputOf, type ShareForm } from './share-form.ts'
import { ShareOptions } from './share-options.tsx'
import style from './shares.module.css'

type NewShareProps = { session: BinSession; onMade: () => Promise<void> }
type Made = { url: string; isCopied: boolean }

/** Makes a link at one click; what it may show, and for how long, can be chosen before. */
export function NewShare({ session, onMade }: NewShareProps) {
  const { client } = useServices()
  const say = useShareWords()
  const { run } = useActions(session)
  const [form, setForm] = useState<ShareForm>(firstShareForm)
  const [made, setMade] = useState<Made | null>(null)
  const make = async () => {
    const params = { id: session.id }
    const { url } = await client('createShare', {
      params,
      key: session.key() ?? '',
      body: inputOf(form),
    })
    setMade({ url, isCopied: await copyText(url) })
    setForm(firstShareForm)
    await onMade()
  }
  return (
    <form
      className={style.new}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        void run(make())
      }}
    >
      <Button type="submit" look="primary" icon="link">
        {say('share.make')}
      </Button>
      {made && <MadeLink made={made} />}
      <ShareOptions
        session={session}
        form={form}
        onChange={(change) => setForm((last) => ({ ...last, ...change }))}
      />
    </form>
  )
}

function MadeLink({ made: { url, isCopied } }: { made: Made }) {
  const { t } = useWords()
  const say = useShareWords()
  return (
    <div className={style.made}>
      <output>{say(isCopied ? 'share.made' : 'share.madeUncopied')}</output>
      <div className={style.link}>
        <input readOnly aria-label={say('share.link')} value={url} />
        <CopyButton
          text={url}
          label={say('share.copy')}
          done={t('copied')}
          failed={t('copyFailed')}
        />
      </div>
    </div>
  )
}
