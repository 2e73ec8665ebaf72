import { useEffect, useState } from 'react'
import { snippetLanguages, snippetOf, type SnippetLanguage } from '../../shared/export/snippets.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { visibleText } from '../json/visible.ts'
import type { BinSession } from '../model/bin-session.ts'
import { problemOf } from '../model/problems.ts'
import { readOptions } from '../model/read-options.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { usePart } from '../ui/use-store.ts'
import { useSaveHar } from '../shell/use-save-har.ts'
import { useViewWords } from '../words/views/use-view-words.ts'
import style from './tabs.module.css'

type CopyTabProps = { session: BinSession; request: RequestDetail }

/** Longest text that is shown here; what is copied is whole. */
const longestShown = 20_000

/** Largest body that is written into a program, in bytes: nobody pastes more. */
const longestCopied = 1_000_000

const names: Record<SnippetLanguage, string> = {
  curl: 'cURL',
  fetch: 'fetch',
  httpie: 'HTTPie',
  python: 'Python',
  php: 'PHP',
  powershell: 'PowerShell',
}

/** The request to be taken along: as a program that sends it again, as the message it was, as HAR. */
export function CopyTab({ session, request }: CopyTabProps) {
  const { t } = useViewWords()
  const message = useMessage(session, request)
  const saveHar = useSaveHar(session)
  return (
    <ScrollRegion className={style.scroll} label={t('tab.copy')}>
      <Snippets session={session} request={request} />
      <h3 className={style.heading}>{t('copy.http')}</h3>
      <div className={style.block}>
        <CodeBlock
          {...shorten(message)}
          label={t('copy.http')}
          copyLabel={t('copy.copyHttp')}
          done={t('copied')}
          failed={t('copyFailed')}
        />
      </div>
      <h3 className={style.heading}>{t('copy.har')}</h3>
      <div className={style.block}>
        <Button icon="download" onClick={() => saveHar([request.seq])}>
          {t('copy.saveHar')}
        </Button>
      </div>
    </ScrollRegion>
  )
}

function Snippets({ session, request }: CopyTabProps) {
  const { t } = useViewWords()
  const captureUrl = usePart(session.state, ({ bin }) => bin?.captureUrl ?? '')
  const [language, setLanguage] = useState<SnippetLanguage>('curl')
  const { whole, failure } = useWhole(session, request)
  const server = captureUrl.slice(0, -`/bin/${session.id}`.length)
  const name = names[language]
  return (
    <>
      <h3 className={style.heading}>{t('copy.as')}</h3>
      <div className={style.block}>
        <Choices
          label={t('copy.as')}
          items={snippetLanguages.map((each) => [each, names[each]] as const)}
          selected={language}
          onSelect={setLanguage}
        />
      </div>
      <div className={style.block}>
        {failure !== null && <p role="alert">{failure}</p>}
        {whole && (
          <CodeBlock
            {...shorten(snippetOf[language](whole, server + request.target))}
            label={t('copy.snippet', { name })}
            copyLabel={t('copy.copySnippet', { name })}
            done={t('copied')}
            failed={t('copyFailed')}
          />
        )}
      </div>
    </>
  )
}

function shorten(text: string): { text: string; shown: string } {
  const isLong = text.length > longestShown
  return { text, shown: visibleText(isLong ? `${text.slice(0, longestShown)} …` : text) }
}

/** The request with its body: large ones do not come with it at first, and the largest never. */
function useWhole(session: BinSession, request: RequestDetail) {
  const { client } = useServices()
  const { t } = useViewWords()
  const isWhole = hasBody(request)
  const isTooLarge = request.body.size > longestCopied
  const [fetched, setFetched] = useState<{ of: RequestDetail; whole: RequestDetail } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    if (isWhole || isTooLarge) return undefined
    let isLatest = true
    client('readRequest', readOptions(session, request.seq)).then(
      (whole) => isLatest && setFetched({ of: request, whole }),
      (error: unknown) => isLatest && setFailure(problemOf(error).message),
    )
    return () => {
      isLatest = false
    }
  }, [client, session, request, isWhole, isTooLarge])
  if (isTooLarge) return { whole: null, failure: t('copy.tooLarge') }
  if (isWhole) return { whole: request, failure: null }
  const whole = fetched?.of === request ? fetched.whole : null
  if (whole && !hasBody(whole)) return { whole: null, failure: t('copy.tooLarge') }
  return { whole, failure }
}

function hasBody({ body }: RequestDetail): boolean {
  return body.size === 0 || body.text !== undefined || body.base64 !== undefined
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
