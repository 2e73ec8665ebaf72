import type { ReactNode } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useActions } from '../shell/use-actions.ts'
import { useWords } from '../words/use-words.ts'
import { readOptions } from '../model/read-options.ts'
import style from './tabs.module.css'

type BodyBarProps = {
  session: BinSession
  request: RequestDetail
  /** The body as text, where it is one and has been read. */
  text?: string | null
  /** What the view below can do. */
  tools?: ReactNode
}

/** What the body is, with ways to take it along. */
export function BodyBar({ session, request, text, tools }: BodyBarProps) {
  const { client } = useServices()
  const { t, format } = useWords()
  const { run } = useActions(session)
  const { body, seq, contentType } = request
  const save = async () => {
    const bytes = await client('readBody', readOptions(session, seq))
    saveFile(bytes, `${session.id}-${seq}.bin`)
  }
  const type = contentType ?? t('body.noType')
  const facts = ` · ${format.bytes(body.size)}${body.charset ? ` · ${body.charset}` : ''}`
  return (
    <div className={style.bar}>
      <span className={style.about} title={`${type}${facts}`}>
        {type}
        <span className={style.facts}>{facts}</span>
      </span>
      {body.truncated && <Badge tone="warn">{t('body.truncated')}</Badge>}
      {body.encoding && <Badge tone="note">{t('body.encoded')}</Badge>}
      {tools}
      {typeof text === 'string' && (
        <CopyButton
          text={text}
          label={t('body.copy')}
          done={t('copied')}
          failed={t('copyFailed')}
          look="quiet"
          shrinks
        >
          {t('body.copy')}
        </CopyButton>
      )}
      <Button look="quiet" icon="download" shrinks onClick={() => void run(save())}>
        {t('body.download')}
      </Button>
    </div>
  )
}
