import { useEffect, useState } from 'react'
import { curlCommand } from '../../shared/export/curl.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { visibleText } from '../json/visible.ts'
import type { BinSession } from '../model/bin-session.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../services.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { usePart } from '../ui/use-store.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useWords } from '../words/use-words.ts'
import { readOptions } from '../model/read-options.ts'
import style from './tabs.module.css'

type CopyTabProps = { session: BinSession; request: RequestDetail }

/** Longest text that is shown here; what is copied is whole. */
const longestShown = 20_000

/** The request to be taken along: as a command, and as the message it was. */
export function CopyTab({ session, request }: CopyTabProps) {
  const { t } = useWords()
  const captureUrl = usePart(session.state, ({ bin }) => bin?.captureUrl ?? '')
  const message = useMessage(session, request)
  const server = captureUrl.slice(0, -`/bin/${session.id}`.length)
  const copied = { done: t('copied'), failed: t('copyFailed') }
  return (
    <ScrollRegion className={style.scroll} label={t('tab.copy')}>
      <h3 className={style.heading}>{t('copy.curl')}</h3>
      <div className={style.block}>
        <CodeBlock
          {...shorten(curlCommand(request, server + request.target))}
          label={t('copy.curl')}
          copyLabel={t('copy.copyCurl')}
          {...copied}
        />
      </div>
      <h3 className={style.heading}>{t('copy.http')}</h3>
      <div className={style.block}>
        <CodeBlock
          {...shorten(message)}
          label={t('copy.http')}
          copyLabel={t('copy.copyHttp')}
          {...copied}
        />
      </div>
    </ScrollRegion>
  )
}

function shorten(text: string): { text: string; shown: string } {
  const isLong = text.length > longestShown
  return { text, shown: visibleText(isLong ? `${text.slice(0, longestShown)} …` : text) }
}

/** The request as an HTTP/1.1 message, as text. */
function useMessage(session: BinSession, { seq }: RequestDetail): string {
  const { client } = useServices()
  const [message, setMessage] = useState('…')
  useEffect(() => {
    let isLatest = true
    const show = (text: string) => {
      if (isLatest) setMessage(text)
    }
    client('readMessage', readOptions(session, seq)).then(
      (bytes) => show(new TextDecoder().decode(bytes)),
      (error: unknown) => show(problemOf(error).message),
    )
    return () => {
      isLatest = false
    }
  }, [client, session, seq])
  return message
}
