import { useState, type ReactNode } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import { HexView } from '../body/hex-view.tsx'
import { useBody } from '../body/use-body.ts'
import { TextView } from '../json/text-view.tsx'
import type { BinSession } from '../model/bin-session.ts'
import { longestShown } from '../model/body-ahead.ts'
import { Choices } from '../ui/choices.tsx'
import { useBodyWords } from '../words/body/use-body-words.ts'
import { useWords } from '../words/use-words.ts'
import { BodyBar } from './body-bar.tsx'
import { BodyMessage } from './body-message.tsx'
import style from './tabs.module.css'

type RawTabProps = { session: BinSession; request: RequestDetail }

/** The body with nothing done to it, as text or as bytes, and its checksum. */
export function RawTab({ session, request }: RawTabProps) {
  const { size, sha256 } = request.body
  if (size === 0) return <BodyMessage session={session} request={request} state={null} />
  return (
    <>
      {size > longestShown ? (
        <BodyMessage session={session} request={request} state={null} />
      ) : (
        <RawBody session={session} request={request} />
      )}
      <p className={style.foot}>
        SHA-256 <code>{sha256}</code>
      </p>
    </>
  )
}

function RawBody({ session, request }: RawTabProps) {
  const { t } = useWords()
  const say = useBodyWords()
  const { body, issues } = request
  const [asSent, setAsSent] = useState(false)
  const [shown, setShown] = useState<'text' | 'hex'>('text')
  const state = useBody(session, request, { as: 'plain', asSent })
  if (state.status !== 'ready') {
    return <BodyMessage session={session} request={request} state={state} />
  }
  const { text, view } = state.reading
  const isDecodable = body.encoding !== undefined && body.encoding.decodedSize !== null
  const bar = (tools?: ReactNode) => (
    <BodyBar
      session={session}
      request={request}
      text={text}
      tools={
        <>
          {tools}
          {isDecodable && (
            <Choices
              label={say('raw.encoding')}
              items={[
                ['decoded', say('raw.decoded')],
                ['sent', say('raw.asSent')],
              ]}
              selected={asSent ? 'sent' : 'decoded'}
              onSelect={(choice) => setAsSent(choice === 'sent')}
            />
          )}
          {text !== null && (
            <Choices
              label={say('raw.shown')}
              items={[
                ['text', say('raw.text')],
                ['hex', say('raw.hex')],
              ]}
              selected={shown}
              onSelect={setShown}
            />
          )}
        </>
      }
    />
  )
  if (text !== null && view.kind === 'text' && shown === 'text') {
    const marked = asSent ? [] : issues
    return (
      <TextView
        text={text}
        rows={view.rows}
        label={t('tab.raw')}
        issues={marked}
        focus={null}
        bar={bar}
      />
    )
  }
  return (
    <>
      {bar()}
      <HexView bytes={state.bytes ?? new TextEncoder().encode(text ?? '')} label={t('tab.raw')} />
    </>
  )
}
